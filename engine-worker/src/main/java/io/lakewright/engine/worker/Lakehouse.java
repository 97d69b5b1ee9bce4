package io.lakewright.engine.worker;

import io.lakewright.engine.protocol.Request;
import io.lakewright.engine.protocol.Response;
import io.lakewright.engine.worker.catalog.AliasCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.ParameterHandler;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Spark and Delta with the schemas and tables of one session. Statements and {@link #parse} may run on
 * several threads; {@link #reset} runs alone.
 */
final class Lakehouse {

    private static final String DEFAULT_SCHEMA = "default";
    private static final String SESSION_CATALOG = "spark_catalog";

    private final SparkSession root;
    private volatile SparkSession session;
    private volatile Map<String, String> catalogsByPrefix = Map.of();

    private Lakehouse(SparkSession root) {
        this.root = root;
        this.session = root;
    }

    /** Takes some seconds. */
    static Lakehouse open(String warehouse, int cores) {
        WithdrawnFunctions.withdraw();
        SparkSession.Builder builder = SparkSession.builder();
        SessionOptions.of(warehouse, cores).forEach(builder::config);
        return new Lakehouse(builder.getOrCreate());
    }

    Map<String, String> versions() {
        String delta = DeltaLog.class.getPackage().getImplementationVersion();
        Map<String, String> versions = new HashMap<>();
        versions.put("spark", root.version());
        versions.put("delta", delta == null ? io.delta.package$.MODULE$.VERSION() : delta);
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    /** Drops everything and serves these catalog names. */
    void reset(List<String> catalogs) {
        ExternalCatalog store = root.sharedState().externalCatalog().unwrapped();
        for (String schema : CollectionConverters.asJava(store.listDatabases())) {
            if (schema.equals(DEFAULT_SCHEMA)) {
                for (String table : CollectionConverters.asJava(store.listTables(schema))) {
                    store.dropTable(schema, table, true, true);
                }
            } else {
                store.dropDatabase(schema, true, true);
            }
        }
        DeltaLog.clearCache();
        SparkSession fresh = root.newSession();
        Map<String, String> prefixes = new HashMap<>();
        for (int ordinal = 0; ordinal < catalogs.size(); ordinal++) {
            String name = catalogs.get(ordinal);
            if (name.isEmpty() || name.contains(".")) {
                throw new Refused("Spark cannot serve a catalog of the name '" + name + "'.");
            }
            if (!name.equals(SESSION_CATALOG)) {
                String key = "spark.sql.catalog." + name;
                fresh.conf().set(key, AliasCatalog.class.getName());
                fresh.conf().set(key + "." + AliasCatalog.ORDINAL, Integer.toString(ordinal));
                prefixes.put(AliasCatalog.prefix(ordinal), name);
            }
        }
        catalogsByPrefix = prefixes;
        session = fresh;
        SparkSession.setActiveSession(fresh);
    }

    Response.Executed execute(Request.Execute request) throws ParseException {
        long start = System.nanoTime();
        SparkSession.setActiveSession(session);
        String statement = bound(request.statement(), request.parameters());
        LogicalPlan plan = session.sessionState().sqlParser().parsePlan(statement);
        StatementGate.check(plan, session.sessionState().sqlParser());
        Dataset<Row> answer = session.sql(statement);
        List<Row> taken = answer.takeAsList(request.maxRows() + 1);
        boolean truncated = taken.size() > request.maxRows();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Row row : truncated ? taken.subList(0, request.maxRows()) : taken) {
            rows.add(Cells.texts(row, StatementGate.query(plan) ? text -> text : this::readable));
        }
        List<String> columns = List.of(answer.columns());
        Map<String, Long> metrics = WriteMetrics.of(session, plan, columns, rows);
        long ms = (System.nanoTime() - start) / 1_000_000;
        return new Response.Executed(request.id(), columns, rows, truncated, metrics, ms);
    }

    /** Null when it parses; {@code :name} markers may stand anywhere without values. */
    Response.@Nullable Failure parse(String statement) {
        SparkSession.setActiveSession(session);
        try {
            session.sessionState().sqlParser().parsePlan(statement);
            return null;
        } catch (Exception e) {
            return readable(Failures.of(e, statement));
        }
    }

    /**
     * The statement with its markers replaced by string literals. Spark's own session does this before it parses, but
     * Delta 4.4's parser in front of it does not pass the parameters on.
     */
    private static String bound(String statement, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return statement;
        }
        Map<String, Expression> literals = new HashMap<>();
        parameters.forEach((name, value) -> literals.put(name, Literal.create(value, DataTypes.StringType)));
        return ParameterHandler.substituteNamedParameters(
                        statement, scala.collection.immutable.Map.from(CollectionConverters.asScala(literals)))
                ._1();
    }

    /** With names as the script wrote them. */
    Response.Failure readable(Response.Failure failure) {
        return new Response.Failure(
                failure.condition(), failure.sqlState(), readable(failure.message()), failure.line(), failure.column());
    }

    /** With names as the script wrote them, not as the session catalog keeps them. */
    private String readable(String text) {
        String changed = text;
        for (Map.Entry<String, String> entry : catalogsByPrefix.entrySet()) {
            changed = changed.replace("`" + SESSION_CATALOG + "`.`" + entry.getKey(), "`" + entry.getValue() + "`.`")
                    .replace(SESSION_CATALOG + "." + entry.getKey(), entry.getValue() + ".")
                    .replace(entry.getKey(), "");
        }
        return changed;
    }

    void mark(String group) {
        root.sparkContext().setJobGroup(group, group, true);
    }

    /** Ends what runs for the group and what it would still begin. */
    void cancel(String group) {
        root.sparkContext().cancelJobGroupAndFutureJobs(group);
    }
}
