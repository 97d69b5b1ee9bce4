package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.existing.Part.Kind;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which tables form a vault. A name alone is not enough, since link_clicks and hub_settings are common names: a row of a
 * vault also says when it was loaded or from where (DV-05 of modeling.md).
 */
final class VaultSigns {

    private VaultSigns() {}

    /** The parts of the vault by table; empty when the schema has none. */
    static Map<TableName, Part> of(SourceSchema schema) {
        Map<TableName, Kind> named = WarehouseNames.vault(schema);
        boolean letters = named.isEmpty();
        if (letters) {
            named = WarehouseNames.vaultLetters(schema);
        }
        Map<TableName, Part> parts = new LinkedHashMap<>();
        for (SourceTable table : schema.tables()) {
            VaultMarks marks = VaultMarks.of(table);
            Kind kind = named.get(table.name());
            if (kind == Kind.HELPER) {
                parts.put(table.name(), new Part(table, kind, "its name says so"));
            } else if (kind != null
                    && (marks.complete() || !letters && marks.loadDate().isPresent())) {
                parts.put(table.name(), new Part(table, kind, "its name and its technical columns say so"));
            } else if (kind == null && marks.complete()) {
                byShape(table, marks)
                        .ifPresent(found -> parts.put(
                                table.name(), new Part(table, found, "its keys and technical columns say so")));
            }
        }
        boolean vault = parts.values().stream().anyMatch(part -> part.kind() == Kind.HUB)
                && parts.values().stream().anyMatch(part -> part.kind() == Kind.LINK || part.kind() == Kind.SATELLITE);
        return vault ? parts : Map.of();
    }

    /** A satellite has versions; a hub one key, a link its own and those of the hubs it joins. */
    private static Optional<Kind> byShape(SourceTable table, VaultMarks marks) {
        boolean versions = marks.loadDate().filter(table::isPrimaryKeyColumn).isPresent()
                && table.primaryKey().size() > 1;
        if (marks.hashDiff().isPresent() || versions) {
            return Optional.of(Kind.SATELLITE);
        }
        long keys = table.columns().stream().filter(VaultMarks::isHashKey).count();
        return switch ((int) Math.min(keys, 3)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Kind.HUB);
            default -> Optional.of(Kind.LINK);
        };
    }
}
