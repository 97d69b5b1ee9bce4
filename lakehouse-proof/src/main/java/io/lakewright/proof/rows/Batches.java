package io.lakewright.proof.rows;

import io.lakewright.core.model.ModelSource;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two deliveries of every source table of a model: what the first extraction finds, and what the next one does.
 *
 * @param given how many rows of the first delivery the user gave, by table; empty where all are made up from a seed
 */
public record Batches(
        Map<TableName, TableRows> first, Map<TableName, TableRows> second, Map<TableName, Integer> given) {

    /** Rows a table gets when nobody gave any; the contract asks for at least 50. */
    public static final int SEEDED_ROWS = 60;

    /** Rows read of a table that has them. */
    public static final int GIVEN_ROWS = 200;

    /**
     * Given rows are used when every table of the slice that has a foreign key to another finds its parents among
     * them; otherwise the whole slice is seeded, since mixed rows would not join. Where given rows leave a column
     * without any value, a few more join them.
     */
    public static Batches of(ModelSource source, SourceRows given, long seed) {
        Optional<Map<TableName, TableRows>> real = givenRows(source, given);
        Map<TableName, TableRows> first = real.map(rows -> new SupplementedRows(rows).rows())
                .orElseGet(() -> new SeededRows(source.tables(), seed).rows(SEEDED_ROWS));
        Map<TableName, TableRows> second = new ChangedRows(source.tables(), seed).of(first);
        Map<TableName, Integer> counts = new LinkedHashMap<>();
        real.ifPresent(rows -> rows.forEach(
                (name, tableRows) -> counts.put(name, tableRows.rows().size())));
        return new Batches(first, second, counts);
    }

    private static Optional<Map<TableName, TableRows>> givenRows(ModelSource source, SourceRows given) {
        Map<TableName, TableRows> all = new LinkedHashMap<>();
        Map<TableName, SourceRows.Rows> read = given.readTogether(
                source.tables().stream().map(SourceTable::name).toList(), GIVEN_ROWS);
        for (SourceTable table : source.tables()) {
            SourceRows.Rows rows = read.get(table.name());
            if (rows == null || rows.values().isEmpty()) {
                return Optional.empty();
            }
            all.put(table.name(), inColumnOrder(table, rows));
        }
        Map<TableName, TableRows> sound = SoundRows.of(all);
        boolean emptied = sound.values().stream().anyMatch(t -> t.rows().isEmpty());
        return emptied ? Optional.empty() : Optional.of(sound);
    }

    private static TableRows inColumnOrder(SourceTable table, SourceRows.Rows rows) {
        List<Integer> positions = table.columns().stream()
                .map(column -> {
                    for (int i = 0; i < rows.columns().size(); i++) {
                        if (rows.columns().get(i).equalsIgnoreCase(column.name())) {
                            return i;
                        }
                    }
                    return -1;
                })
                .toList();
        List<Row> ordered = new ArrayList<>();
        for (List<@Nullable String> row : rows.values()) {
            List<@Nullable String> values = new ArrayList<>();
            for (int column = 0; column < positions.size(); column++) {
                int position = positions.get(column);
                LakeType type = table.columns().get(column).lakeType();
                values.add(position < 0 ? null : CanonicalText.of(type, row.get(position)));
            }
            ordered.add(new Row(values));
        }
        return new TableRows(table, ordered);
    }
}
