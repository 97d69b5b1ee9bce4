package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.existing.VaultKeys.ParentKey;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.HashProfile;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes the tables of a vault that stands already. */
final class VaultTables {

    private final ExistingTables tables;
    private final VaultKeys keys;

    VaultTables(SchemaUnderstanding understanding, ExistingTables tables, Map<?, Part> parts) {
        this.tables = tables;
        this.keys = new VaultKeys(understanding, parts.values());
    }

    /** The hub; empty when it has no key. */
    Optional<TableSpec> hub(Part part) {
        SourceTable table = part.table();
        return keys.own(table).map(own -> {
            List<String> businessKey = keys.businessKey(table, own);
            Map<String, ColumnRole> technical = VaultMarks.of(table).roles();
            List<ModelColumn> columns = tables.columns(
                    table,
                    column -> businessKey.contains(column.name())
                            ? ColumnRole.BUSINESS_KEY
                            : column.name().equals(own)
                                    ? ColumnRole.HASH_KEY
                                    : technical.getOrDefault(column.name(), ColumnRole.ATTRIBUTE));
            return new TableSpec.Hub(
                    common(part, "dv.hub", "hub", columns, Keys.primary(List.of(own)), "its key is " + own),
                    businessKey,
                    hash(businessKey, Optional.empty()));
        });
    }

    /** The link; empty when it does not join two hubs, or one with itself. */
    Optional<TableSpec> link(Part part) {
        SourceTable table = part.table();
        Optional<String> own = keys.own(table);
        List<ParentKey> hubs = keys.hubs(table);
        if (own.isEmpty() || hubs.size() < 2) {
            return Optional.empty();
        }
        Map<String, ColumnRole> technical = VaultMarks.of(table).roles();
        Set<String> references = hubs.stream().map(ParentKey::column).collect(Collectors.toSet());
        List<ModelColumn> columns = tables.columns(table, column -> {
            if (column.name().equals(own.get())) {
                return ColumnRole.HASH_KEY;
            }
            if (references.contains(column.name())) {
                return ColumnRole.FOREIGN_KEY;
            }
            return technical.getOrDefault(
                    column.name(), column.lakeType().isTemporal() ? ColumnRole.ATTRIBUTE : ColumnRole.DEGENERATE);
        });
        Optional<String> child = columns.stream()
                .filter(column -> column.role() == ColumnRole.DEGENERATE)
                .map(ModelColumn::name)
                .findFirst();
        List<String> parents = hubs.stream().map(this::id).toList();
        return Optional.of(new TableSpec.Link(
                common(
                        part,
                        "dv.link",
                        "link",
                        columns,
                        new Keys(List.of(own.get()), foreign(hubs), List.of()),
                        "it joins "
                                + hubs.stream()
                                        .map(hub -> hub.parent().name().table())
                                        .collect(Collectors.joining(", "))),
                parents,
                hash(hubs.stream().map(ParentKey::column).toList(), child)));
    }

    /** The satellite; empty when it hangs on no hub or link. */
    Optional<TableSpec> satellite(Part part) {
        SourceTable table = part.table();
        return keys.parent(table).map(parent -> {
            VaultMarks marks = VaultMarks.of(table);
            Map<String, ColumnRole> technical = marks.roles();
            Optional<String> many = table.primaryKey().stream()
                    .filter(column -> !column.equals(parent.column())
                            && marks.loadDate().filter(column::equals).isEmpty())
                    .findFirst();
            List<ModelColumn> columns = tables.columns(
                    table,
                    column -> column.name().equals(parent.column())
                            ? ColumnRole.HASH_KEY
                            : technical.getOrDefault(column.name(), ColumnRole.ATTRIBUTE));
            List<String> payload = columns.stream()
                    .filter(column -> column.role() == ColumnRole.ATTRIBUTE)
                    .map(ModelColumn::name)
                    .toList();
            List<String> primary = table.primaryKey().isEmpty()
                    ? marks.loadDate()
                            .map(date -> List.of(parent.column(), date))
                            .orElse(List.of())
                    : table.primaryKey();
            return new TableSpec.Satellite(
                    common(
                            part,
                            many.isPresent() ? "dv.ma_satellite" : "dv.satellite",
                            "satellite",
                            columns,
                            new Keys(primary, foreign(List.of(parent)), List.of()),
                            "it describes " + parent.parent().name().table()),
                    id(parent),
                    hash(payload, many));
        });
    }

    private TableCommon common(
            Part part, String pattern, String noun, List<ModelColumn> columns, Keys primary, String evidence) {
        boolean hashed = columns.stream()
                .anyMatch(column ->
                        column.role() == ColumnRole.HASH_KEY && !column.type().isInteger());
        Layer layer =
                Names.words(part.table().name().table()).contains("bsat") ? Layer.BUSINESS_VAULT : Layer.RAW_VAULT;
        return tables.common(
                part,
                pattern,
                layer,
                noun,
                columns,
                primary,
                hashed ? SurrogateKind.HASH : SurrogateKind.NONE,
                List.of(evidence));
    }

    private List<ModelForeignKey> foreign(List<ParentKey> parents) {
        return parents.stream()
                .map(parent -> new ModelForeignKey(
                        List.of(parent.column()), id(parent), List.of(parent.parentKey()), Optional.empty()))
                .toList();
    }

    private String id(ParentKey key) {
        return tables.id(key.parent().name()).orElseThrow();
    }

    /** What the catalogue does not show is said to be unknown: nothing may compute these keys anew. */
    private static Hash hash(List<String> inputs, Optional<String> child) {
        return new Hash(HashProfile.UNKNOWN, inputs, Optional.empty(), child);
    }
}
