package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The column that is the primary key of a table by its name, for tables that declare none. */
final class GuessedKeys {

    private static final List<String> ENDINGS = List.of("id", "key", "code", "no", "number", "sk", "uuid");

    private GuessedKeys() {}

    static Optional<Column> primary(SourceTable table) {
        return primary(table, Set.of());
    }

    /** @param subjects what tables of the schema are about: a column that is named after another one is no key here */
    static Optional<Column> primary(SourceTable table, Set<String> subjects) {
        return byName(table, subjects).filter(column -> !isRefuted(table, column));
    }

    private static Optional<Column> byName(SourceTable table, Set<String> subjects) {
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
        String stem = NameParts.stem(bares.getFirst());
        boolean shortened = stem.length() >= 3
                && !stem.equals(bares.getFirst())
                && (subject.startsWith(stem) || subject.endsWith(stem))
                && (stem.equals(subject) || !subjects.contains(stem));
        return shortened ? Optional.of(table.columns().getFirst()) : Optional.empty();
    }

    /** Fewer different values than rows. */
    static boolean isRefuted(SourceTable table, Column column) {
        Optional<Long> distinct = column.profile().flatMap(ColumnProfile::distinctCount);
        return distinct.isPresent()
                && table.rowCount().isPresent()
                && distinct.get() < table.rowCount().get() * 0.98;
    }
}
