package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.List;
import java.util.Optional;

/** The column that is the primary key of a table by its name, for tables that declare none. */
final class GuessedKeys {

    private static final List<String> ENDINGS = List.of("id", "key", "code", "no", "number", "sk", "uuid");

    private GuessedKeys() {}

    static Optional<Column> primary(SourceTable table) {
        String subject = NameParts.subject(table.name().table());
        String prefix = NameParts.columnPrefix(table);
        List<String> bares = table.columns().stream()
                .map(column -> NameParts.bare(column.name(), prefix))
                .toList();
        for (String ending : ENDINGS) {
            for (int i = 0; i < bares.size(); i++) {
                String bare = bares.get(i);
                if (bare.equals(ending) && ending.equals("id") || bare.equals(subject + ending)) {
                    return Optional.of(table.columns().get(i));
                }
            }
        }
        // A shortened subject, as in supplier and suppkey, but only in the first place.
        Column first = table.columns().getFirst();
        String stem = NameParts.stem(NameParts.bare(first.name(), prefix));
        boolean shortened = stem.length() >= 3
                && !stem.equals(NameParts.bare(first.name(), prefix))
                && (subject.startsWith(stem) || subject.endsWith(stem));
        return shortened ? Optional.of(first) : Optional.empty();
    }
}
