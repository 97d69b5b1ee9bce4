package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.core.model.Calendar;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the dimensions of a star that stands already. */
final class StarDimensions {

    private final SchemaUnderstanding understanding;
    private final ExistingTables tables;
    private final StarReferences references;

    StarDimensions(SchemaUnderstanding understanding, ExistingTables tables, StarReferences references) {
        this.understanding = understanding;
        this.tables = tables;
        this.references = references;
    }

    TableSpec read(Part part) {
        SourceTable table = part.table();
        Optional<Calendar> range = part.kind() == Part.Kind.CALENDAR ? CalendarRange.of(table) : Optional.empty();
        Optional<Versioning> versions = Versioning.ofDimension(table);
        DimensionKeys keys = DimensionKeys.of(understanding, part, versions);
        List<ModelForeignKey> foreign = references.of(table);
        Map<String, ColumnRole> technical = StarReferences.technicalRoles(table, foreign);
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
}
