package io.lakewright.runtime;

import io.lakewright.analyzer.SaidExtractions;
import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.read.Progress;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.runtime.settings.Secret;
import io.lakewright.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens a source as the user wrote it, with the credentials that the settings hold. */
public final class Sources {

    private Sources() {}

    public static SourceReaders.OpenedSource open(
            String source, List<String> schemas, Optional<Path> rows, Settings settings) {
        return open(source, schemas, rows, settings, Progress.NONE);
    }

    /** The same, telling how far it is. */
    public static SourceReaders.OpenedSource open(
            String source, List<String> schemas, Optional<Path> rows, Settings settings, Progress progress) {
        return SourceReaders.open(
                source,
                new ReadOptions(
                        schemas,
                        rows,
                        first(SourceReaders.userVariables(source), settings)
                                .or(() -> settings.get(Settings.Key.SOURCE_USER)),
                        first(SourceReaders.passwordVariables(source), settings)
                                .or(() -> settings.sourcePassword().map(Secret::reveal)),
                        settings.get(Settings.Key.DRIVERS).map(Path::of),
                        progress));
    }

    /**
     * The source with what is said of how its tables are extracted, in the form of {@link SaidExtractions}.
     *
     * @param said on the command line; what the settings say counts where nothing is said there
     */
    public static SourceReaders.OpenedSource extracted(
            SourceReaders.OpenedSource opened, List<String> said, Settings settings) {
        List<String> all = said.isEmpty()
                ? settings.get(Settings.Key.EXTRACTION).stream()
                        .flatMap(text -> Arrays.stream(text.split(";", -1)))
                        .filter(text -> !text.isBlank())
                        .toList()
                : said;
        return all.isEmpty() ? opened : opened.withSchema(SaidExtractions.record(opened.schema(), all));
    }

    private static Optional<String> first(List<String> variables, Settings settings) {
        return variables.stream()
                .flatMap(variable -> settings.providerKey(variable).stream())
                .map(Secret::reveal)
                .findFirst();
    }
}
