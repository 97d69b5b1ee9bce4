package io.lakewright.generator.vault;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables that a vault is made of, with the references among them. */
final class VaultScope {

    private final SourceSchema schema;
    private final Map<TableName, SourceTable> tables = new LinkedHashMap<>();
    private final Map<TableName, List<String>> businessKeys = new LinkedHashMap<>();
    private final Map<TableName, String> joined;
    private final Map<TableName, List<TableName>> wouldRelate;
    private final List<TableName> unrelated;
    private final Map<TableName, OutwardReferences.Resolved> resolved = new LinkedHashMap<>();
    private final Map<TableName, List<String>> keysOnly = new LinkedHashMap<>();

    /** Checks every name of the request against the schema. */
    VaultScope(SourceSchema schema, VaultRequest request) {
        this.schema = schema;
        Collection<TableName> wanted = request.tables().isEmpty()
                ? schema.tables().stream().map(SourceTable::name).toList()
                : request.tables();
        Set<TableName> leftOut = new LinkedHashSet<>();
        request.leftOut().forEach(name -> leftOut.add(find(name).name()));
        for (TableName name : wanted) {
            SourceTable table = find(name);
            if (!leftOut.contains(table.name())) {
                tables.put(table.name(), table);
            }
        }
        request.relationships().forEach(this::addRelation);
        request.businessKeys().forEach((name, columns) -> {
            SourceTable table = find(name);
            businessKeys.put(
                    table.name(),
                    columns.stream().map(column -> find(table, column).name()).toList());
        });
        Surroundings surroundings = new Surroundings(SchemaUnderstanding.of(schema), leftOut, businessKeys);
        JoiningTables joining = new JoiningTables(surroundings, tables);
        this.joined = joining.join();
        this.wouldRelate = joining.wouldRelate();
        this.unrelated = joining.unrelated();
        OutwardReferences outward = new OutwardReferences(surroundings, tables);
        for (SourceTable table : tables.values()) {
            OutwardReferences.Resolved found = outward.of(table);
            resolved.put(table.name(), found);
            found.references().stream()
                    .map(ForeignKey::references)
                    .filter(parent -> !tables.containsKey(parent))
                    .forEach(parent -> keysOnly.put(
                            parent, surroundings.identity(find(parent)).orElseThrow()));
        }
    }

    SourceSchema schema() {
        return schema;
    }

    Collection<SourceTable> tables() {
        return tables.values();
    }

    /** A table in scope, or one of which only the key is known. */
    SourceTable table(TableName name) {
        SourceTable table = tables.get(name);
        if (table == null && keysOnly.containsKey(name)) {
            return find(name);
        }
        if (table == null) {
            throw new IllegalStateException("not in scope: " + name);
        }
        return table;
    }

    /** Tables out of scope to whose rows tables in scope refer by their key, with that key. */
    Map<TableName, List<String>> keysOnly() {
        return keysOnly;
    }

    /** Tables that nobody named but that had to join, with the reason. */
    Map<TableName, String> joined() {
        return joined;
    }

    /** Tables out of scope that alone would relate some in scope, with those. */
    Map<TableName, List<TableName>> wouldRelate() {
        return wouldRelate;
    }

    /** One table of each group of tables that references hold together. */
    List<TableName> unrelated() {
        return unrelated;
    }

    /** References that stay attributes. */
    List<OutwardReferences.Kept> kept(TableName name) {
        return resolved(name).kept();
    }

    /** The key that the user named for the table. */
    Optional<List<String>> businessKey(TableName name) {
        return Optional.ofNullable(businessKeys.get(name)).filter(columns -> !columns.isEmpty());
    }

    /** References of the table to tables in scope or known by their keys, each set of columns and parent once. */
    List<ForeignKey> references(TableName name) {
        return resolved(name).references();
    }

    private OutwardReferences.Resolved resolved(TableName name) {
        OutwardReferences.Resolved found = resolved.get(name);
        if (found == null) {
            throw new IllegalStateException("not in scope: " + name);
        }
        return found;
    }

    /** References to other tables. */
    List<ForeignKey> outward(TableName name) {
        return references(name).stream()
                .filter(key -> !key.references().equals(name))
                .toList();
    }

    /** References of the table to itself. */
    List<ForeignKey> inward(TableName name) {
        return references(name).stream()
                .filter(key -> key.references().equals(name))
                .toList();
    }

    /** How many references of other tables in scope point to the table. */
    long referencedBy(TableName name) {
        return tables.keySet().stream()
                .flatMap(other -> outward(other).stream())
                .filter(key -> key.references().equals(name))
                .count();
    }

    private void addRelation(VaultRequest.Relation relation) {
        SourceTable from = find(relation.from());
        SourceTable to = find(relation.key().references());
        List<String> columns = relation.key().columns().stream()
                .map(column -> find(from, column).name())
                .toList();
        List<String> referenced = relation.key().referencedColumns().stream()
                .map(column -> find(to, column).name())
                .toList();
        SourceTable inScope = tables.get(from.name());
        boolean declared = inScope != null
                && inScope.foreignKeys().stream()
                        .anyMatch(k ->
                                k.columns().equals(columns) && k.references().equals(to.name()));
        if (inScope != null && !declared) {
            List<ForeignKey> keys = new ArrayList<>(inScope.foreignKeys());
            keys.add(new ForeignKey(
                    columns,
                    to.name(),
                    referenced,
                    relation.key().declared(),
                    relation.key().confidence(),
                    relation.key().evidence()));
            tables.put(from.name(), inScope.withForeignKeys(keys));
        }
    }

    private SourceTable find(TableName name) {
        return schema.table(name)
                .orElseThrow(() -> Nearest.notFound(
                                "LW-1801",
                                "There is no table " + name + " in " + schema.name() + ".",
                                name.text(),
                                schema.tables().stream()
                                        .map(t -> t.name().text())
                                        .toList())
                        .exception());
    }

    private static Column find(SourceTable table, String column) {
        return table.column(column)
                .orElseThrow(() -> Nearest.notFound(
                                "LW-1802",
                                "Table " + table.name() + " has no column " + column + ".",
                                column,
                                table.columns().stream().map(Column::name).toList())
                        .exception());
    }
}
