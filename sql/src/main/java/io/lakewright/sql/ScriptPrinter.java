package io.lakewright.sql;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Extraction;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.sql.internal.DdlPrinter;
import io.lakewright.sql.internal.DmlPrinter;
import io.lakewright.sql.internal.EtlPrinter;
import io.lakewright.sql.internal.LoadOrder;
import io.lakewright.sql.internal.ModelTables;
import io.lakewright.sql.internal.OpenSourceForm;
import io.lakewright.sql.internal.TestPrinter;
import io.lakewright.sql.node.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prints every script of a model. A pure function of the model and the dialect.
 *
 * <p>Rules: SQL-1 scripts run in the order DDL, DML, ETL, TEST, and by name within a type; SQL-2 every script may run
 * again without changing anything; SQL-3 only a rebuilt timeline ever deletes, and only versions that equal the one before; SQL-4 all loads of a run take the
 * same {@code :batch_timestamp}; SQL-5 a test answers no rows when it passes.
 *
 * @see Script
 */
public final class ScriptPrinter {

    private static final String BATCH = ":batch_timestamp";

    private final DataModel model;
    private final ModelTables tables;
    private final List<TableSpec> ordered;
    private final List<Script> scripts = new ArrayList<>();
    private int number;

    private ScriptPrinter(DataModel model) {
        this.model = model;
        this.tables = new ModelTables(model);
        this.ordered = LoadOrder.of(model);
    }

    /** All scripts, in the order in which they run. */
    public static List<Script> print(DataModel model, Dialect dialect) {
        ScriptPrinter printer = new ScriptPrinter(model);
        printer.ddl();
        printer.dml();
        printer.etl();
        printer.tests();
        return switch (dialect) {
            case DATABRICKS -> List.copyOf(printer.scripts);
            case OSS -> printer.scripts.stream().map(ScriptPrinter::openSource).toList();
        };
    }

    private void ddl() {
        number = 0;
        add(ScriptType.DDL, "schemas", "", "Schemas of " + model.name() + ".", SchemaScripts.createSchemas(model));
        add(ScriptType.DDL, "landing", "", "Landing tables of the sources.", landing());
        DdlPrinter printer = new DdlPrinter(tables);
        Set<String> made = new HashSet<>();
        List<Statement> late = new ArrayList<>();
        for (TableSpec table : ordered) {
            add(ScriptType.DDL, table, "Table " + table.name() + ".", printer.print(table, made));
            late.addAll(printer.lateKeys(table, made));
            made.add(table.id());
        }
        add(ScriptType.DDL, "foreign_keys", "", "Foreign keys that go around a cycle.", late);
    }

    private List<Statement> landing() {
        List<Statement> statements = new ArrayList<>();
        if (model.targets().containsKey(Layer.BRONZE)) {
            for (Extraction extraction : model.source().extraction()) {
                Optional<SourceTable> source = model.source().table(extraction.table());
                QualifiedName name = SourceTables.landing(model, extraction.table());
                source.ifPresent(table -> statements.add(SourceTables.create(table, name)));
            }
        }
        return statements;
    }

    private void dml() {
        number = 0;
        DmlPrinter printer = new DmlPrinter(tables);
        ordered.forEach(table -> add(
                ScriptType.DML, table, "Rows that " + table.name() + " holds before any load.", printer.print(table)));
    }

    private void etl() {
        number = 0;
        EtlPrinter printer = new EtlPrinter(tables);
        ordered.forEach(table -> add(ScriptType.ETL, table, "Load of " + table.name() + ".", printer.print(table)));
    }

    private void tests() {
        number = 0;
        TestPrinter printer = new TestPrinter(tables);
        ordered.forEach(table -> add(ScriptType.TEST, table, "Tests of " + table.name() + ".", printer.print(table)));
    }

    private void add(ScriptType type, TableSpec table, String title, List<Statement> statements) {
        List<String> header =
                new ArrayList<>(List.of(title, "Pattern " + table.common().patternId() + "."));
        if (type == ScriptType.ETL) {
            header.addAll(table.loads().stream().map(ScriptPrinter::from).toList());
        }
        if (type == ScriptType.ETL
                || statements.stream().anyMatch(statement -> statement.text().contains(BATCH))) {
            header.add("Takes :batch_timestamp, one value for all loads of a run, such as 2026-01-31 00:00:00.");
        }
        add(type, table.name(), table.id(), header, statements);
    }

    private static String from(Load load) {
        return "Reads " + load.from().table() + " by " + load.strategy() + "; place " + load.order()
                + " in the load order.";
    }

    private void add(ScriptType type, String subject, String tableId, String title, List<Statement> statements) {
        add(type, subject, tableId, List.of(title), statements);
    }

    private void add(ScriptType type, String subject, String tableId, List<String> header, List<Statement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        number++;
        List<String> lines = new ArrayList<>(header);
        lines.add(again(type));
        String file = subject.replaceAll("[^A-Za-z0-9_-]", "_");
        scripts.add(new Script(
                type, String.format("%02d_%s.sql", number, file), tableId, lines, statements, model.targets()));
    }

    private static String again(ScriptType type) {
        return switch (type) {
            case DDL -> "Safe to run again: what is there stays.";
            case DML -> "Safe to run again: rows are added once.";
            case ETL -> "Safe to run again with the same batch: nothing is added twice.";
            case TEST -> "Reads only. Each query answers the rows that should not be; no rows means passed.";
        };
    }

    private static Script openSource(Script script) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : script.statements()) {
            statement
                    .forOpenSource()
                    .node()
                    .map(OpenSourceForm::usingDelta)
                    .ifPresent(node -> statements.add(new Statement(statement.purpose(), node, statement.check())));
        }
        return new Script(
                script.type(), script.name(), script.tableId(), script.header(), statements, script.targets());
    }
}
