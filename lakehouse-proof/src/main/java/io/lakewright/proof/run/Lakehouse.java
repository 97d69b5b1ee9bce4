package io.lakewright.proof.run;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.engine.EngineSession;
import io.lakewright.engine.SqlFailure;
import io.lakewright.engine.StatementResult;
import io.lakewright.proof.rows.Row;
import io.lakewright.proof.rows.TableRows;
import io.lakewright.sql.Counts;
import io.lakewright.sql.SchemaScripts;
import io.lakewright.sql.SourceTables;
import io.lakewright.sql.Statement;
import io.lakewright.sql.node.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What surrounds the scripts of a proof: schemas, landing tables and their rows, counts and checksums. */
final class Lakehouse {

    private final EngineSession session;
    private final DataModel model;

    Lakehouse(EngineSession session, DataModel model) {
        this.session = session;
        this.model = model;
    }

    void createSchemas() {
        SchemaScripts.createSchemas(model).forEach(this::execute);
    }

    void createLandings() {
        SideBySide.each(
                model.source().tables(),
                table -> execute(SourceTables.create(table, SourceTables.landing(model, table.name()))));
    }

    /** Fills every landing table with exactly the rows of a delivery. */
    void deliver(Delivery delivery) {
        SideBySide.each(List.copyOf(delivery.tables().values()), this::fill);
    }

    private List<StatementResult> fill(TableRows rows) {
        SourceTable table = rows.table();
        List<String> columns = table.columns().stream().map(Column::name).toList();
        List<List<@Nullable String>> values = new ArrayList<>();
        for (Row row : rows.rows()) {
            values.add(row.values());
        }
        QualifiedName landing = SourceTables.landing(model, table.name());
        return SourceTables.replace(table, landing, columns, values).stream()
                .map(this::execute)
                .toList();
    }

    /** Rows of every table of the model by its id. */
    Map<String, Long> counts() {
        return ofTables(table -> Long.parseLong(
                String.valueOf(execute(Counts.of(name(table))).rows().getFirst().getFirst())));
    }

    /** How a table stands: its rows, and a checksum over all values that does not depend on their order. */
    record State(long rows, String checksum) {}

    /** State of every table of the model by its id. */
    Map<String, State> states() {
        return ofTables(this::state);
    }

    private State state(TableSpec table) {
        List<String> columns = table.columns().stream().map(ModelColumn::name).toList();
        List<@Nullable String> row =
                execute(Counts.checksum(name(table), columns)).rows().getFirst();
        return new State(Long.parseLong(String.valueOf(row.getFirst())), String.valueOf(row.getLast()));
    }

    private <T> Map<String, T> ofTables(Function<TableSpec, T> answer) {
        List<T> answers = SideBySide.each(model.tables(), answer);
        Map<String, T> byId = new LinkedHashMap<>();
        for (int table = 0; table < answers.size(); table++) {
            byId.put(model.tables().get(table).id(), answers.get(table));
        }
        return byId;
    }

    private QualifiedName name(TableSpec table) {
        Layer layer = table.layer();
        return QualifiedName.of(layer, SourceTables.target(model, layer), table.name());
    }

    private StatementResult execute(Statement statement) {
        String text = statement.forOpenSource().text().orElseThrow();
        StatementResult result = session.execute(io.lakewright.engine.Statement.of(text));
        if (!result.ok()) {
            String why = result.failure().map(SqlFailure::text).orElse("");
            throw new SetUpFailure(statement.purpose() + " " + why);
        }
        return result;
    }
}
