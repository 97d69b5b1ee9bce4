package io.lakewright.optimizer.server;

import io.lakewright.core.check.Severity;
import io.lakewright.mcp.Effects;
import io.lakewright.mcp.JsonSchemas;
import io.lakewright.mcp.Tool;
import io.lakewright.mcp.ToolAnswer;
import io.lakewright.mcp.ToolServer;
import io.lakewright.optimizer.advice.Advice;
import io.lakewright.optimizer.clustering.ClusteringAdvice;
import io.lakewright.optimizer.ddl.DdlCheck;
import io.lakewright.optimizer.features.FeatureAdvice;
import io.lakewright.optimizer.partitioning.PartitioningAdvice;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** {@code databricks-optimizer}: advice on layout and features, estimates, and the check of a statement. */
public final class DatabricksOptimizerServer {

    private DatabricksOptimizerServer() {}

    /** The server; it computes from its arguments alone. */
    public static ToolServer create() {
        return new ToolServer(
                "databricks-optimizer",
                "0.1.0",
                "Advises on the physical side of tables on Databricks by rules with stable ids, and estimates time, cost and"
                        + " size as bands with their assumptions. Give what is known: sizes, filters, types, who writes.",
                List.of(partitioning(), clustering(), features(), estimate(), ddl()));
    }

    private static Tool<RecommendPartitioning> partitioning() {
        return Tool.named("recommend_partitioning")
                .title("Recommend partitioning")
                .description(
                        "Says whether a table should be partitioned by a column, and what to do instead. Use it when"
                                + " somebody asks for partitions or a large table is designed.")
                .effects(Effects.READS)
                .output(form())
                .answering(RecommendPartitioning.class, input -> answer(PartitioningAdvice.answer(input.question())));
    }

    private static Tool<RecommendClustering> clustering() {
        return Tool.named("recommend_clustering")
                .title("Recommend clustering")
                .description(
                        "Says by which columns a table should be clustered (liquid clustering), whether AUTO is possible,"
                                + " and how to get there from today's layout.")
                .effects(Effects.READS)
                .output(form())
                .answering(RecommendClustering.class, input -> answer(ClusteringAdvice.answer(input.question())));
    }

    private static Tool<RecommendDeltaFeatures> features() {
        return Tool.named("recommend_delta_features")
                .title("Recommend Delta features")
                .description(
                        "Says which features of Delta a table's use calls for (change data feed, deletion vectors, column"
                                + " mapping, identity, type widening, retention) and which it does not.")
                .effects(Effects.READS)
                .output(form())
                .answering(RecommendDeltaFeatures.class, input -> answer(FeatureAdvice.answer(input.question())));
    }

    private static Tool<EstimatePerformance> estimate() {
        return Tool.named("estimate_performance")
                .title("Estimate time and cost")
                .description(
                        "Estimates loads of a model, a query on a table, or what a warehouse costs: bands of seconds, USD,"
                                + " DBU, files and the share read, with assumptions; judges claims of speed-ups.")
                .effects(Effects.READS)
                .output(form())
                .answering(EstimatePerformance.class, input -> answer(input.estimate()));
    }

    private static Tool<ValidateDdl> ddl() {
        return Tool.named("validate_ddl")
                .title("Validate DDL")
                .description(
                        "Says what Databricks would refuse in a statement, or take without effect, and the corrected form."
                                + " Knows the rules about layout, keys, defaults, identities, names and maintenance, not the whole"
                                + " grammar.")
                .effects(Effects.READS)
                .output(form())
                .answering(ValidateDdl.class, input -> answer(DdlCheck.check(input.ddl(), input.context())));
    }

    private static ObjectNode form() {
        return JsonSchemas.object(
                "findings:array",
                "sql:array",
                "edits:array",
                "explanation:string",
                "assumptions:array",
                "numbers:object",
                "valid?:boolean");
    }

    private static ToolAnswer answer(Advice advice) {
        StringBuilder text = new StringBuilder(advice.headline());
        advice.findings()
                .forEach(finding -> text.append("\n- ")
                        .append(
                                finding.severity() == Severity.INFO
                                        ? ""
                                        : finding.severity().name().toLowerCase(Locale.ROOT) + ": ")
                        .append(finding.message())
                        .append(" [")
                        .append(finding.code())
                        .append(", ")
                        .append(finding.rule())
                        .append(']'));
        advice.sql().forEach(statement -> text.append('\n').append(statement).append(';'));
        if (!advice.numbers().isEmpty()) {
            text.append("\nNumbers: ").append(advice.numbers());
        }
        advice.assumptions().forEach(line -> text.append("\nAssumed: ").append(line));
        return ToolAnswer.of(text.toString().strip(), advice.tree());
    }
}
