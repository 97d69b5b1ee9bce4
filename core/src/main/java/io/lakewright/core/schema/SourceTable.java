package io.lakewright.core.schema;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Optional;

/**
 * One table of a source schema with its keys.
 *
 * @param primaryKey column names, empty when there is none
 * @param unique further unique keys
 * @param rowCount number of rows, empty where nobody knows
 * @param keyEvidence why the primary key is taken for one where the source declares none; empty for a declared key
 * @param extraction how the table is taken out of its source; empty until somebody has said it
 */
public record SourceTable(
        TableName name,
        List<Column> columns,
        List<String> primaryKey,
        List<List<String>> unique,
        List<ForeignKey> foreignKeys,
        Optional<Long> rowCount,
        Optional<String> comment,
        Optional<String> keyEvidence,
        Optional<TableExtraction> extraction) {

    /** A table whose primary key, if it has one, is declared. */
    public SourceTable(
            TableName name,
            List<Column> columns,
            List<String> primaryKey,
            List<List<String>> unique,
            List<ForeignKey> foreignKeys,
            Optional<Long> rowCount,
            Optional<String> comment) {
        this(name, columns, primaryKey, unique, foreignKeys, rowCount, comment, Optional.empty(), Optional.empty());
    }

    public SourceTable {
        columns = Copies.list(columns);
        primaryKey = Copies.list(primaryKey);
        unique = Copies.list(unique).stream().map(List::copyOf).toList();
        foreignKeys = Copies.list(foreignKeys);
        rowCount = Copies.optional(rowCount);
        comment = Copies.optional(comment);
        keyEvidence = Copies.optional(keyEvidence);
        extraction = Copies.optional(extraction);
    }

    /** The same table under another name. */
    public SourceTable named(TableName other) {
        return new SourceTable(
                other, columns, primaryKey, unique, foreignKeys, rowCount, comment, keyEvidence, extraction);
    }

    /** The table as if it had no primary key. */
    public SourceTable withoutPrimaryKey() {
        return new SourceTable(
                name, columns, List.of(), unique, foreignKeys, rowCount, comment, Optional.empty(), extraction);
    }

    public SourceTable withExtraction(TableExtraction known) {
        return new SourceTable(
                name, columns, primaryKey, unique, foreignKeys, rowCount, comment, keyEvidence, Optional.of(known));
    }

    public SourceTable withForeignKeys(List<ForeignKey> others) {
        return new SourceTable(name, columns, primaryKey, unique, others, rowCount, comment, keyEvidence, extraction);
    }

    /** The table with a primary key that its source does not declare. */
    public SourceTable withFoundKey(List<String> key, String evidence) {
        return new SourceTable(
                name, columns, key, unique, foreignKeys, rowCount, comment, Optional.of(evidence), extraction);
    }

    /** The column of that name, compared without regard to case. */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(c -> c.name().equalsIgnoreCase(columnName))
                .findFirst();
    }

    public boolean isPrimaryKeyColumn(String columnName) {
        return primaryKey.stream().anyMatch(columnName::equalsIgnoreCase);
    }

    /** Whether the columns, as a set, are the primary key or a unique key. */
    public boolean isKey(List<String> columnNames) {
        return sameSet(primaryKey, columnNames) || unique.stream().anyMatch(key -> sameSet(key, columnNames));
    }

    private static boolean sameSet(List<String> key, List<String> columnNames) {
        return !key.isEmpty()
                && key.size() == columnNames.size()
                && key.stream().allMatch(k -> columnNames.stream().anyMatch(k::equalsIgnoreCase));
    }
}
