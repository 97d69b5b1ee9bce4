package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.understand.ColumnRoles;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.core.model.Calendar;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.Grain;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Describes the tables of a star that stands already. */
final class StarTables {

    private static final Set<String> SNAPSHOT =
            Set.of("snapshot", "balance", "balances", "inventory", "daily", "weekly", "monthly", "stock");
    private static final Set<String> ACCUMULATING = Set.of("accumulating", "pipeline", "lifecycle", "fulfillment");

    private final SchemaUnderstanding understanding;
    private final ExistingTables tables;
    /** A star that declares references declares them all: then names are no evidence. */
    private final boolean declares;

    StarTables(SchemaUnderstanding understanding, ExistingTables tables, Collection<Part> parts) {
        this.understanding = understanding;
        this.tables = tables;
        this.declares = parts.stream()
                .flatMap(part -> understanding.outgoing(part.table().name()).stream())
                .anyMatch(SourceRelationship::declared);
    }

    TableSpec dimension(Part part) {
        SourceTable table = part.table();
        Optional<Calendar> range = part.kind() == Part.Kind.CALENDAR ? CalendarRange.of(table) : Optional.empty();
        Optional<Versioning> versions = Versioning.ofDimension(table);
        DimensionKeys keys = DimensionKeys.of(understanding, part, versions);
        List<ModelForeignKey> foreign = foreign(table);
        Map<String, ColumnRole> technical = technicalRoles(table, foreign);
        List<ModelColumn> columns =
                tables.columns(table, column -> dimensionRole(technical, column.name(), keys, versions));
        Keys modelKeys = new Keys(table.primaryKey(), foreign, table.unique());
        if (range.isPresent()) {
            return new TableSpec.DateDimension(
                    tables.common(
                            part,
                            "dim.date",
                            Layer.GOLD,
                            "calendar",
                            columns,
                            modelKeys,
                            keys.kind(),
                            List.of(keys.evidence())),
                    keys.natural(),
                    range.get(),
                    List.of());
        }
        ScdType type = part.kind() == Part.Kind.CALENDAR
                ? ScdType.TYPE_0
                : versions.isPresent() ? ScdType.TYPE_2 : ScdType.TYPE_1;
        List<String> evidence = List.of(
                keys.evidence(),
                versions.map(Versioning::words).orElse("no columns of validity: one row for each natural key"));
        String pattern = part.kind() == Part.Kind.CALENDAR ? "dim.date" : "dim.scd" + type.number();
        return new TableSpec.Dimension(
                tables.common(part, pattern, Layer.GOLD, "dimension", columns, modelKeys, keys.kind(), evidence),
                keys.natural(),
                type,
                versions.flatMap(Versioning::history),
                List.of());
    }

    private static ColumnRole dimensionRole(
            Map<String, ColumnRole> technical, String name, DimensionKeys keys, Optional<Versioning> versions) {
        if (keys.surrogate().filter(name::equals).isPresent()) {
            return ColumnRole.SURROGATE_KEY;
        }
        if (keys.natural().contains(name)) {
            return ColumnRole.BUSINESS_KEY;
        }
        if (versions.filter(known -> known.validFrom().equals(name)).isPresent()) {
            return ColumnRole.VALID_FROM;
        }
        if (versions.filter(known -> known.validTo().equals(name)).isPresent()) {
            return ColumnRole.VALID_TO;
        }
        if (versions.flatMap(Versioning::current).filter(name::equals).isPresent()) {
            return ColumnRole.IS_CURRENT;
        }
        return technical.getOrDefault(name, ColumnRole.ATTRIBUTE);
    }

    TableSpec fact(Part part) {
        SourceTable table = part.table();
        List<ModelForeignKey> foreign = foreign(table);
        ColumnRoles roles = understanding.roles(table.name());
        Optional<String> surrogate = ownKey(table, foreign);
        Map<String, ColumnRole> technical = technicalRoles(table, foreign);
        surrogate.ifPresent(key -> technical.put(key, ColumnRole.SURROGATE_KEY));
        List<ModelColumn> columns = tables.columns(
                table,
                column -> Optional.ofNullable(technical.get(column.name()))
                        .orElseGet(() -> factRole(roles.role(column.name()))));
        List<String> measures = columns.stream()
                .filter(column -> column.role() == ColumnRole.MEASURE)
                .map(ModelColumn::name)
                .toList();
        FactType type = type(table, measures);
        List<String> grain = grain(table, foreign, columns, surrogate);
        return new TableSpec.Fact(
                tables.common(
                        part,
                        pattern(type),
                        Layer.GOLD,
                        "fact",
                        columns,
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

    private static Map<String, ColumnRole> technicalRoles(SourceTable table, List<ModelForeignKey> foreign) {
        Map<String, ColumnRole> roles = new HashMap<>(VaultMarks.of(table).roles());
        foreign.forEach(key -> key.columns().forEach(column -> roles.put(column, ColumnRole.FOREIGN_KEY)));
        return roles;
    }

    private List<ModelForeignKey> foreign(SourceTable table) {
        List<ModelForeignKey> keys = new ArrayList<>();
        for (SourceRelationship relationship : understanding.outgoing(table.name())) {
            tables.id(relationship.to())
                    .filter(id -> relationship.declared() || !declares)
                    .ifPresent(id -> keys.add(new ModelForeignKey(
                            relationship.fromColumns(), id, relationship.toColumns(), relationship.role())));
        }
        return keys;
    }

    private static FactType type(SourceTable table, List<String> measures) {
        List<String> words = Names.words(table.name().table());
        if (words.stream().anyMatch(ACCUMULATING::contains)) {
            return FactType.ACCUMULATING_SNAPSHOT;
        }
        if (words.stream().anyMatch(SNAPSHOT::contains)) {
            return FactType.PERIODIC_SNAPSHOT;
        }
        return measures.isEmpty() ? FactType.FACTLESS : FactType.TRANSACTION;
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
