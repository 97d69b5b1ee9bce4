package io.lakewright.analyzer.read;

import io.lakewright.core.schema.TableExtraction;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A table while it is being read. Columns are found without regard to case, as every later stage does. */
public final class TableDraft {

    /**
     * A foreign key whose target may not have been read yet; no referenced columns means the target's primary key.
     *
     * @param evidence why it was inferred; empty for a declared one
     */
    public record Reference(
            List<String> columns,
            TableName target,
            List<String> targetColumns,
            String place,
            double confidence,
            Optional<String> evidence) {

        /** A declared one. */
        public Reference(List<String> columns, TableName target, List<String> targetColumns, String place) {
            this(columns, target, targetColumns, place, 1, Optional.empty());
        }
    }

    public final TableName name;
    public final String place;
    public final Map<String, ColumnDraft> columns = new LinkedHashMap<>();
    public List<String> primaryKey = List.of();
    public final List<List<String>> unique = new ArrayList<>();
    public final List<Reference> references = new ArrayList<>();
    public Optional<Long> rowCount = Optional.empty();
    public Optional<String> comment = Optional.empty();
    public Optional<String> keyEvidence = Optional.empty();
    public Optional<TableExtraction> extraction = Optional.empty();

    public TableDraft(TableName name, String place) {
        this.name = name;
        this.place = place;
    }

    /** Adds a column; false when the table has one of that name. */
    public boolean add(ColumnDraft column) {
        return columns.putIfAbsent(column.name.toLowerCase(Locale.ROOT), column) == null;
    }

    /** The column of that name in any case. */
    public Optional<ColumnDraft> column(String columnName) {
        return Optional.ofNullable(columns.get(columnName.toLowerCase(Locale.ROOT)));
    }

    /** The names as the table spells them; empty when one of them is not a column or stands twice. */
    Optional<List<String>> spelled(List<String> names) {
        List<String> found = new ArrayList<>();
        for (String columnName : names) {
            Optional<ColumnDraft> column = column(columnName);
            if (column.isEmpty() || found.contains(column.get().name)) {
                return Optional.empty();
            }
            found.add(column.get().name);
        }
        return Optional.of(List.copyOf(found));
    }
}
