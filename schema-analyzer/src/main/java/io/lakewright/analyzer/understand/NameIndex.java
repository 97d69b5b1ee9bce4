package io.lakewright.analyzer.understand;

import io.lakewright.core.naming.Names;
import io.lakewright.core.naming.NearNames;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds tables and columns by the names people write: whatever the case, the separators and the number, and by distance
 * when nothing fits. It never answers a name that the schema does not have.
 */
public final class NameIndex {

    private final SourceSchema schema;

    public NameIndex(SourceSchema schema) {
        this.schema = schema;
    }

    /**
     * A name that is near to what was written.
     *
     * @param score 0 to 1, 1 for the same name
     */
    public record Match<T>(T found, double score) {}

    /**
     * The tables that a written name means: the same name, else the same name apart from case, separators and number.
     * Several when schemas have tables of the same name; empty when none fits.
     */
    public List<SourceTable> tables(String written) {
        List<SourceTable> exact = schema.named(written);
        if (!exact.isEmpty()) {
            return exact;
        }
        String wanted = NameParts.flat(unqualified(written));
        String subject = NameParts.subject(unqualified(written));
        String inSchema = NameParts.flat(qualifier(written));
        List<SourceTable> candidates = schema.tables().stream()
                .filter(table -> inSchema.isEmpty()
                        || NameParts.flat(table.name().schema()).equals(inSchema))
                .toList();
        List<SourceTable> flat = candidates.stream()
                .filter(table -> NameParts.flat(table.name().table()).equals(wanted))
                .toList();
        if (!flat.isEmpty() || wanted.isEmpty()) {
            return flat;
        }
        return candidates.stream()
                .filter(table -> NameParts.subject(table.name().table()).equals(subject))
                .toList();
    }

    /** The nearest tables, best first, at most {@code limit}; empty when nothing is near. */
    public List<Match<SourceTable>> nearestTables(String written, int limit) {
        String wanted = NameParts.flat(unqualified(written));
        String subject = NameParts.subject(unqualified(written));
        List<Match<SourceTable>> matches = new ArrayList<>();
        for (SourceTable table : schema.tables()) {
            String flat = NameParts.flat(table.name().table());
            double score = Math.max(
                    NearNames.similarity(wanted, flat),
                    NearNames.similarity(subject, NameParts.subject(table.name().table())));
            add(matches, table, score, wanted);
        }
        return best(matches, limit, table -> table.name().text());
    }

    /** The names of the nearest tables, as answers give them. */
    public List<String> nearestNames(String written, int limit) {
        return nearestTables(written, limit).stream()
                .map(match -> match.found().name().text())
                .toList();
    }

    /** The columns of a table that a written name means, best first, at most {@code limit}. */
    public List<Match<Column>> nearestColumns(SourceTable table, String written, int limit) {
        String wanted = NameParts.flat(written);
        String prefix = NameParts.columnPrefix(table);
        List<Match<Column>> matches = new ArrayList<>();
        for (Column column : table.columns()) {
            double score = Math.max(
                    NearNames.similarity(wanted, NameParts.flat(column.name())),
                    NearNames.similarity(wanted, NameParts.bare(column.name(), prefix)));
            add(matches, column, score, wanted);
        }
        return best(matches, limit, Column::name);
    }

    private static <T> void add(List<Match<T>> matches, T found, double score, String wanted) {
        // Surer than a mere offer, because searches answer with these too.
        double needed = wanted.length() <= 4 ? 0.6 : 0.55;
        if (score >= needed) {
            matches.add(new Match<>(found, score));
        }
    }

    private static <T> List<Match<T>> best(List<Match<T>> matches, int limit, Function<T, String> name) {
        return matches.stream()
                .sorted(Comparator.comparingDouble((Match<T> match) -> match.score())
                        .reversed()
                        .thenComparing(match -> name.apply(match.found())))
                .limit(limit)
                .toList();
    }

    /** Words of a query that name tables or columns; for search. */
    static Set<String> words(String query) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : Names.words(query)) {
            if (word.length() > 1) {
                words.add(NameParts.flat(Names.singular(word)));
            }
        }
        return words;
    }

    private static String unqualified(String written) {
        return written.substring(written.lastIndexOf('.') + 1);
    }

    private static String qualifier(String written) {
        int point = written.lastIndexOf('.');
        return point < 0 ? "" : written.substring(0, point);
    }
}
