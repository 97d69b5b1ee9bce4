package io.lakewright.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Layer;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.engine.EngineSession;
import io.lakewright.engine.StatementResult;
import io.lakewright.sql.node.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The scripts of one model on a real engine, with the deliveries a test makes. */
final class ShopLakehouse {

    private final EngineSession session;
    private final DataModel model;
    private final List<Script> scripts;

    ShopLakehouse(EngineSession session, DataModel model) {
        this.session = session;
        this.model = model;
        this.scripts = ScriptPrinter.print(model, Dialect.DATABRICKS);
        run(ScriptType.DDL, "2026-01-01 00:00:00");
        run(ScriptType.DDL, "2026-01-01 00:00:00");
        run(ScriptType.DML, "2026-01-01 00:00:00");
        run(ScriptType.DML, "2026-01-01 00:00:00");
    }

    /** Replaces the rows of a landing table; a cell "-" is NULL. */
    void land(SourceTable table, String... rows) {
        List<List<@Nullable String>> values = new ArrayList<>();
        for (String row : rows) {
            List<@Nullable String> cells = new ArrayList<>();
            Arrays.stream(row.split(";", -1)).forEach(cell -> cells.add(cell.equals("-") ? null : cell));
            values.add(cells);
        }
        List<String> columns = table.columns().stream().map(Column::name).toList();
        SourceTables.replace(table, SourceTables.landing(model, table.name()), columns, values)
                .forEach(statement -> execute(statement, ""));
    }

    /** Runs all loads, then again, which must change nothing, then all tests, which must find nothing. */
    void load(String batch) {
        run(ScriptType.ETL, batch);
        String once = state();
        run(ScriptType.ETL, batch);
        assertThat(state()).as("second run of " + batch).isEqualTo(once);
        scripts.stream()
                .filter(script -> script.type() == ScriptType.TEST)
                .flatMap(script -> script.statements().stream())
                .toList()
                .parallelStream()
                .forEach(test ->
                        assertThat(execute(test, batch).rows()).as(test.text()).isEmpty());
    }

    private String state() {
        return model.tables().parallelStream()
                .map(table -> {
                    List<String> columns =
                            table.columns().stream().map(c -> c.name()).toList();
                    QualifiedName name =
                            QualifiedName.of(table.layer(), SourceTables.target(model, table.layer()), table.name());
                    return execute(Counts.checksum(name, columns), "").rows().toString();
                })
                .collect(Collectors.joining("\n"));
    }

    private void run(ScriptType type, String batch) {
        List<Script> wanted =
                scripts.stream().filter(script -> script.type() == type).toList();
        for (List<Script> wave : ScriptWaves.of(model, wanted)) {
            wave.parallelStream()
                    .forEach(script -> script.statements().forEach(statement -> execute(statement, batch)));
        }
    }

    private StatementResult execute(Statement statement, String batch) {
        Stripped stripped = statement.forOpenSource();
        if (stripped.text().isEmpty()) {
            return new StatementResult(List.of(), List.of(), false, Map.of(), java.util.Optional.empty(), 0);
        }
        return query(stripped.text().get(), batch);
    }

    StatementResult query(String sql, String batch) {
        StatementResult result = session.execute(
                io.lakewright.engine.Statement.of(sql, batch.isEmpty() ? Map.of() : Map.of("batch_timestamp", batch)));
        assertThat(result.failure()).as(sql).isEmpty();
        return result;
    }

    /** The rows of a table as text, cells joined by a semicolon. */
    List<String> rows(Layer layer, String table, String columns) {
        String schema = SourceTables.target(model, layer).schema();
        return query("SELECT " + columns + " FROM main." + schema + "." + table + " ORDER BY ALL", "").rows().stream()
                .map(row -> String.join(
                        ";", row.stream().map(cell -> cell == null ? "-" : cell).toList()))
                .toList();
    }
}
