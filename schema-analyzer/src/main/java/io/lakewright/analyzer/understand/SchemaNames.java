package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names of a schema's tables and columns say once what they all have in common is taken away. */
final class SchemaNames {

    private final String schemaPrefix;
    private final Map<TableName, String> prefixes = new HashMap<>();
    private final Map<TableName, String> subjects = new HashMap<>();
    private final Map<TableName, Column> guessedKeys = new HashMap<>();
    private final PeopleTables people;

    SchemaNames(SourceSchema schema) {
        schemaPrefix = NameParts.schemaPrefix(
                schema.tables().stream().map(table -> table.name().table()).toList());
        for (SourceTable table : schema.tables()) {
            prefixes.put(table.name(), NameParts.columnPrefix(table));
            subjects.put(table.name(), String.join("", subjectWords(table)));
        }
        people = new PeopleTables(subjects);
        Set<String> all = Set.copyOf(subjects.values());
        for (SourceTable table : schema.tables()) {
            if (table.primaryKey().isEmpty()) {
                GuessedKeys.primary(table, all).ifPresent(column -> guessedKeys.put(table.name(), column));
            }
        }
    }

    /** What a table is about, flat. */
    String subject(SourceTable table) {
        return subjects.getOrDefault(table.name(), "");
    }

    /** The words of {@link #subject}. */
    List<String> subjectWords(SourceTable table) {
        return NameParts.subjectWords(table.name().table(), schemaPrefix);
    }

    /** The prefix that all columns of a table share. */
    String prefix(SourceTable table) {
        return prefixes.getOrDefault(table.name(), "");
    }

    /** The column that its name makes the key of a table that declares none. */
    Optional<Column> guessedKey(SourceTable table) {
        return Optional.ofNullable(guessedKeys.get(table.name()));
    }

    /** A column as one that may refer to something. */
    ReferringColumn referring(SourceTable child, Column column) {
        boolean ownKey = child.primaryKey().equals(List.of(column.name()))
                || guessedKey(child).filter(column::equals).isPresent();
        return new ReferringColumn(
                child,
                column,
                subject(child),
                NameParts.bare(column.name(), prefix(child)),
                NameParts.bareWords(column.name(), prefix(child)),
                ownKey);
    }

    /** The table of the people of whom a column's name speaks; empty when it speaks of nobody. */
    Optional<TableName> people(ReferringColumn column) {
        List<String> words = RoleMatch.withoutEnding(column.words());
        return RoleMatch.playsPerson(words) ? people.meant(words) : Optional.empty();
    }
}
