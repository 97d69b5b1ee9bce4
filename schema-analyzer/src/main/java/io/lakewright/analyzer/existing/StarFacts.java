package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.meaning.DocumentTotal;
import io.lakewright.analyzer.meaning.MeasureClass;
import io.lakewright.analyzer.understand.ColumnRoles;
import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.Grain;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Describes the facts of a star that stands already. */
final class StarFacts {

    private static final Set<String> SNAPSHOT =
            Set.of("snapshot", "balance", "balances", "inventory", "daily", "weekly", "monthly", "stock");
    private static final Set<String> ACCUMULATING = Set.of("accumulating", "pipeline", "lifecycle", "fulfillment");

    private final SchemaUnderstanding understanding;
    private final ExistingTables tables;
    private final StarReferences references;

    StarFacts(SchemaUnderstanding understanding, ExistingTables tables, StarReferences references) {
        this.understanding = understanding;
        this.tables = tables;
        this.references = references;
    }

    TableSpec read(Part part) {
        SourceTable table = part.table();
        List<ModelForeignKey> foreign = references.of(table);
        Optional<String> surrogate = ownKey(table, foreign);
        List<ModelColumn> columns = columns(table, foreign, surrogate);
        FactType type = type(table, columns);
        List<String> measures = columns.stream()
                .filter(column -> column.role() == ColumnRole.MEASURE)
                .map(ModelColumn::name)
                .toList();
        List<String> grain = grain(table, foreign, columns, surrogate);
        return new TableSpec.Fact(
                tables.common(
                        part,
                        pattern(type),
                        Layer.GOLD,
                        "fact",
                        additive(table, columns, type, grain),
                        new Keys(table.primaryKey(), foreign, table.unique()),
                        surrogate.isPresent() ? SurrogateKind.IDENTITY : SurrogateKind.NONE,
                        List.of(
                                foreign.size() + " references to dimensions",
                                measures.isEmpty() ? "no measure" : "measures " + String.join(", ", measures))),
                type,
                new Grain(
                        grain.isEmpty()
                                ? "not known: no key is declared"
                                : "one row for each " + String.join(", ", grain),
                        grain));
    }

    private List<ModelColumn> columns(SourceTable table, List<ModelForeignKey> foreign, Optional<String> surrogate) {
        ColumnRoles roles = understanding.roles(table.name());
        Map<String, ColumnRole> technical = StarReferences.technicalRoles(table, foreign);
        surrogate.ifPresent(key -> technical.put(key, ColumnRole.SURROGATE_KEY));
        return tables.columns(
                table,
                column -> Optional.ofNullable(technical.get(column.name()))
                        .orElseGet(() -> factRole(roles.role(column.name()))));
    }

    /** A key of the fact's own, which says nothing about its grain. */
    private static Optional<String> ownKey(SourceTable table, List<ModelForeignKey> foreign) {
        return table.primaryKey().size() != 1
                        || foreign.stream().anyMatch(key -> key.columns().equals(table.primaryKey()))
                ? Optional.empty()
                : table.column(table.primaryKey().getFirst())
                        .filter(column -> column.identity() || !table.unique().isEmpty())
                        .map(Column::name);
    }

    /** The columns that tell rows apart: the declared key, else all references with the document numbers. */
    private static List<String> grain(
            SourceTable table, List<ModelForeignKey> foreign, List<ModelColumn> columns, Optional<String> surrogate) {
        if (surrogate.isEmpty() && !table.primaryKey().isEmpty()) {
            return table.primaryKey();
        }
        if (!table.unique().isEmpty()) {
            return table.unique().getFirst();
        }
        List<String> numbers = columns.stream()
                .filter(column -> column.role() == ColumnRole.DEGENERATE)
                .map(ModelColumn::name)
                .toList();
        return numbers.isEmpty()
                ? foreign.stream()
                        .flatMap(key -> key.columns().stream())
                        .distinct()
                        .toList()
                : numbers;
    }

    private static ColumnRole factRole(SourceRole role) {
        return switch (role) {
            case MEASURE -> ColumnRole.MEASURE;
            case EVENT_DATE, VALIDITY_START, VALIDITY_END -> ColumnRole.EVENT_TIME;
            case AUDIT_DATE -> ColumnRole.LOAD_DATE;
            case FLAG, TEXT, DOCUMENT -> ColumnRole.ATTRIBUTE;
            case PRIMARY_KEY, FOREIGN_KEY, BUSINESS_KEY, CODE, IDENTIFIER -> ColumnRole.DEGENERATE;
        };
    }

    /** The columns, the measures with how they add up. */
    private static List<ModelColumn> additive(
            SourceTable table, List<ModelColumn> columns, FactType type, List<String> grain) {
        boolean state = type == FactType.PERIODIC_SNAPSHOT;
        boolean lines = DocumentTotal.isLine(table.name().table(), grain);
        return columns.stream()
                .map(column -> column.role() != ColumnRole.MEASURE
                        ? column
                        : table.column(column.name())
                                .map(found ->
                                        column.withAdditivity(MeasureClass.of(found, table.columns(), state, lines)
                                                .additivity()))
                                .orElse(column))
                .toList();
    }

    private static FactType type(SourceTable table, List<ModelColumn> columns) {
        List<String> words = Names.words(table.name().table());
        if (words.stream().anyMatch(ACCUMULATING::contains)) {
            return FactType.ACCUMULATING_SNAPSHOT;
        }
        if (words.stream().anyMatch(SNAPSHOT::contains)) {
            return FactType.PERIODIC_SNAPSHOT;
        }
        return columns.stream().noneMatch(column -> column.role() == ColumnRole.MEASURE)
                ? FactType.FACTLESS
                : FactType.TRANSACTION;
    }

    private static String pattern(FactType type) {
        return switch (type) {
            case TRANSACTION -> "fact.transaction";
            case PERIODIC_SNAPSHOT -> "fact.periodic_snapshot";
            case ACCUMULATING_SNAPSHOT -> "fact.accumulating_snapshot";
            case FACTLESS -> "fact.factless_event";
        };
    }
}
