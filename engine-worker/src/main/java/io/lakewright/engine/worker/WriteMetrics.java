package io.lakewright.engine.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoStatement;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.delta.DeltaHistoryManager;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.apache.spark.sql.delta.catalog.DeltaTableV2;
import org.apache.spark.sql.delta.util.FileNames;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** How many rows a statement wrote, from its own answer or, for INSERT, from the commit that it made. */
final class WriteMetrics {

    private static final String AFFECTED = "num_affected_rows";
    private static final String INSERTED = "num_inserted_rows";
    private static final int THREE_LEVELS = 3;

    private WriteMetrics() {}

    static Map<String, Long> of(
            SparkSession session, LogicalPlan plan, List<String> columns, List<List<@Nullable String>> rows) {
        if (plan instanceof InsertIntoStatement insert && insert.table() instanceof UnresolvedRelation target) {
            return ofInsert(session, CollectionConverters.asJava(target.multipartIdentifier()));
        }
        Map<String, Long> metrics = new HashMap<>();
        if (columns.contains(AFFECTED) && rows.size() == 1) {
            for (int i = 0; i < columns.size(); i++) {
                String value = rows.getFirst().get(i);
                if (value != null && columns.get(i).startsWith("num_")) {
                    metrics.put(columns.get(i), Long.parseLong(value));
                }
            }
        }
        return metrics;
    }

    private static Map<String, Long> ofInsert(SparkSession session, List<String> name) {
        if (name.size() != THREE_LEVELS
                || !(session.sessionState().catalogManager().catalog(name.getFirst())
                        instanceof TableCatalog catalog)) {
            return Map.of();
        }
        try {
            Table table = catalog.loadTable(Identifier.of(new String[] {name.get(1)}, name.get(2)));
            if (!(table instanceof DeltaTableV2 delta)) {
                return Map.of();
            }
            Option<CommitInfo> commit = lastCommit(delta.deltaLog());
            Option<String> written =
                    commit.flatMap(CommitInfo::operationMetrics).flatMap(all -> all.get("numOutputRows"));
            long rows = written.isDefined() ? Long.parseLong(written.get()) : 0;
            return written.isDefined() ? Map.of(AFFECTED, rows, INSERTED, rows) : Map.of();
        } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
            return Map.of();
        }
    }

    private static Option<CommitInfo> lastCommit(DeltaLog log) {
        long version = log.unsafeVolatileSnapshot().version();
        return DeltaHistoryManager.getCommitInfoOpt(
                log.store(), FileNames.unsafeDeltaFile(log.logPath(), version), log.newDeltaHadoopConf());
    }
}
