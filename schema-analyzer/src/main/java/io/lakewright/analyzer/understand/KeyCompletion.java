package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds a primary key for tables that declare none and no unique key either, as files never do: the column that its name
 * makes one, one that others refer to, or the fewest identifying columns that no two rows share (modeling.md 4.3 steps 8
 * and 12). Only what the rows bear out is taken, with the evidence in words.
 */
public final class KeyCompletion {

    private static final int SAMPLE = 1_000;
    private static final int FEWEST_ROWS = 2;
    private static final int MOST_COLUMNS = 10;

    /** What may tell rows apart; amounts and descriptions only do so by chance. */
    private static final Set<SourceRole> IDENTIFYING = Set.of(
            SourceRole.PRIMARY_KEY,
            SourceRole.BUSINESS_KEY,
            SourceRole.FOREIGN_KEY,
            SourceRole.IDENTIFIER,
            SourceRole.CODE,
            SourceRole.EVENT_DATE,
            SourceRole.VALIDITY_START);

    private final SourceSchema schema;
    private final SourceRows rows;
    private final RowBudget budget;

    private KeyCompletion(SourceSchema schema, SourceRows rows, RowBudget budget) {
        this.schema = schema;
        this.rows = rows;
        this.budget = budget;
    }

    /** The schema with the keys that its rows show; tables without rows stay as they are. */
    public static SourceSchema complete(SourceSchema schema, SourceRows rows, RowBudget budget) {
        KeyCompletion completion = new KeyCompletion(schema, rows, budget);
        return schema.withTables(schema.tables().stream()
                .map(table -> completion.found(table).orElse(table))
                .toList());
    }

    private Optional<SourceTable> found(SourceTable table) {
        if (!table.primaryKey().isEmpty() || !table.unique().isEmpty() || budget.isOver(table.name())) {
            return Optional.empty();
        }
        Optional<SourceRows.Rows> sample =
                rows.read(table.name(), SAMPLE).filter(read -> read.values().size() >= FEWEST_ROWS);
        if (sample.isEmpty()) {
            return Optional.empty();
        }
        boolean all = sample.get().values().size() < SAMPLE;
        return candidates(table)
                .filter(key -> key.size() > 1 || !isRefuted(table, key.getFirst()))
                .flatMap(key -> KeyCheck.of(List.of(key), sample.get(), all).stream())
                .filter(KeyCheck::isUnique)
                .findFirst()
                .map(check -> table.withFoundKey(check.columns(), check.words()));
    }

    /** The likeliest first, and fewer columns before more. */
    private Stream<List<String>> candidates(SourceTable table) {
        Set<String> references = new LinkedHashSet<>();
        table.foreignKeys().forEach(key -> references.addAll(key.columns()));
        Set<List<String>> candidates = new LinkedHashSet<>();
        GuessedKeys.primary(table, Set.of()).ifPresent(column -> candidates.add(List.of(column.name())));
        schema.referencesTo(table.name()).stream()
                .map(SourceSchema.Reference::foreignKey)
                .map(ForeignKey::referencedColumns)
                .forEach(candidates::add);
        ColumnRoles roles = ColumnRoles.of(table, references);
        List<String> columns = table.columns().stream()
                .map(Column::name)
                .filter(name -> IDENTIFYING.contains(roles.role(name)))
                .limit(MOST_COLUMNS)
                .toList();
        columns.forEach(column -> candidates.add(List.of(column)));
        combinations(columns, 2).forEach(candidates::add);
        combinations(columns, 3).forEach(candidates::add);
        return candidates.stream();
    }

    private static List<List<String>> combinations(List<String> columns, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (List<String> rest : combinations(columns.subList(i + 1, columns.size()), size - 1)) {
                List<String> key = new ArrayList<>(List.of(columns.get(i)));
                key.addAll(rest);
                all.add(key);
            }
        }
        return all;
    }

    /** Known figures over all rows outweigh a sample. */
    private static boolean isRefuted(SourceTable table, String column) {
        return table.column(column)
                .filter(found -> found.profile()
                                .filter(profile -> profile.basis() == ColumnProfile.Basis.EXACT)
                                .isPresent()
                        && GuessedKeys.isRefuted(table, found))
                .isPresent();
    }
}
