package io.lakewright.analyzer.read.databricks;

import io.lakewright.analyzer.read.ColumnDraft;
import io.lakewright.analyzer.read.SchemaDraft;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.TableDraft;
import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.schema.SourceView;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.databricks.InformationSchema;
import io.lakewright.databricks.LakeKey;
import io.lakewright.databricks.LakeTable;
import io.lakewright.databricks.Workspace;
import io.lakewright.databricks.WorkspaceAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the schemas of a catalog. Keys come through the warehouse with one query; without a warehouse, or when it does not
 * answer, each table is asked for its own, which knows no unique keys.
 */
final class UnityCatalogReader {

    /** Views hold what tables hold already. */
    private static final Set<String> VIEWS = Set.of("VIEW", "METRIC_VIEW", "MATERIALIZED_VIEW");

    private static final int MAXIMUM_TABLES = 5_000;

    private final Workspace workspace;
    private final WorkspaceAddress address;
    private final SchemaDraft draft = new SchemaDraft();
    private int tables;

    UnityCatalogReader(Workspace workspace, WorkspaceAddress address) {
        this.workspace = workspace;
        this.address = address;
    }

    /**
     * @param wanted schemas to read; empty means all
     * @throws ProblemException LW-2301 to LW-2309 of the connection, LW-1517 no such schema, LW-1571 no tables, LW-1572 too
     *     many
     */
    SchemaReading read(List<String> wanted) {
        for (String schema : schemas(wanted)) {
            try {
                workspace.tables(address.catalog(), schema).forEach(this::add);
            } catch (ProblemException e) {
                // A schema that may not be read must not hide the others.
                if (!e.problem().code().equals("LW-2303")) {
                    throw e;
                }
                draft.warn("The schema " + schema + " was left out: there is no privilege to read it.");
            }
        }
        if (draft.isEmpty()) {
            throw Problem.upstream(
                            "LW-1571",
                            "The catalog " + address.shown() + " has no tables that these credentials may see.",
                            "Grant USE SCHEMA and SELECT (or BROWSE), or name another catalog or schema.")
                    .exception();
        }
        readKeys();
        return draft.build(address.catalog(), "", address.shown());
    }

    private List<String> schemas(List<String> wanted) {
        List<String> existing = workspace.schemas(address.catalog());
        for (String schema : wanted) {
            if (existing.stream().noneMatch(schema::equalsIgnoreCase)) {
                throw new Problem.NotFound(
                                "LW-1517",
                                "The catalog " + address.shown() + " has no schema \"" + schema + "\".",
                                "It has " + String.join(", ", existing) + ".",
                                Map.of())
                        .exception();
            }
        }
        return existing.stream()
                .filter(schema -> wanted.isEmpty() || wanted.stream().anyMatch(schema::equalsIgnoreCase))
                .toList();
    }

    private void add(LakeTable read) {
        if (read.schema().isBlank() || read.name().isBlank()) {
            return;
        }
        if (VIEWS.contains(read.kind())) {
            draft.add(new SourceView(
                    new TableName(read.schema(), read.name()),
                    read.columns().stream().map(LakeTable.LakeColumn::name).toList(),
                    read.kind().startsWith("MATERIALIZED"),
                    read.comment()));
            return;
        }
        if (++tables > MAXIMUM_TABLES) {
            throw new Problem.LimitExceeded(
                            "LW-1572",
                            "The catalog " + address.shown() + " has more than " + MAXIMUM_TABLES + " tables.",
                            "Name fewer schemas with --schema.",
                            Map.of())
                    .exception();
        }
        TableName name = new TableName(read.schema(), read.name());
        TableDraft table = new TableDraft(name, "Table " + name);
        table.comment = read.comment();
        table.rowCount = read.rowCount();
        read.columns().stream().filter(column -> !column.name().isBlank()).forEach(column -> {
            ColumnDraft found = new ColumnDraft(column.name(), column.type(), lakeType(column.type()));
            found.nullable = column.nullable();
            found.comment = column.comment();
            table.add(found);
        });
        draft.add(table);
        read.keys().forEach(key -> add(table, key));
    }

    private void readKeys() {
        if (address.warehouse().isPresent()) {
            try {
                for (InformationSchema.OwnedKey key :
                        workspace.informationSchema(address.warehouse().get()).keys(address.catalog())) {
                    draft.table(new TableName(key.schema(), key.table())).ifPresent(table -> add(table, key));
                }
                return;
            } catch (ProblemException e) {
                draft.warn(e.problem().message() + " Keys were asked for table by table; unique ones are not known.");
            }
        } else {
            draft.warn("Without ?warehouse=ID unique keys are not known.");
        }
        for (TableDraft table : draft.tables()) {
            try {
                workspace
                        .table(address.catalog(), table.name.schema(), table.name.table())
                        .keys()
                        .forEach(key -> add(table, key));
            } catch (ProblemException e) {
                draft.warn("The keys of " + table.name + " are not known: "
                        + e.problem().message());
            }
        }
    }

    private void add(TableDraft table, InformationSchema.OwnedKey owned) {
        if (owned.complete()) {
            add(table, owned.key());
        } else {
            draft.warn(table.place + ": a foreign key of " + table.name
                    + " points to a table that cannot be seen; it was left out.");
        }
    }

    private void add(TableDraft table, LakeKey key) {
        switch (key) {
            case LakeKey.Primary primary -> table.primaryKey = primary.columns();
            case LakeKey.Unique unique -> table.unique.add(unique.columns());
            case LakeKey.Foreign foreign -> {
                if (foreign.parent().getFirst().equalsIgnoreCase(address.catalog())) {
                    table.references.add(new TableDraft.Reference(
                            foreign.columns(),
                            new TableName(
                                    foreign.parent().get(1), foreign.parent().get(2)),
                            foreign.parentColumns(),
                            table.place));
                } else {
                    draft.warn(table.place + ": a foreign key of " + table.name + " points to the catalog "
                            + foreign.parent().getFirst() + "; it was left out.");
                }
            }
        }
    }

    /** The same type where Lakewright prints it; structs, maps, variants and the like land as text. */
    private static LakeType lakeType(String type) {
        try {
            return LakeType.parse(type);
        } catch (ProblemException e) {
            return LakeType.STRING;
        }
    }
}
