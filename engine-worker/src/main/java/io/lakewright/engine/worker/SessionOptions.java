package io.lakewright.engine.worker;

import java.util.LinkedHashMap;
import java.util.Map;

/** How Spark and Delta are set for many small statements on little data; the README tells what each group is worth. */
final class SessionOptions {

    private SessionOptions() {}

    static Map<String, String> of(String warehouse, int cores) {
        Map<String, String> options = new LinkedHashMap<>();
        meaning(options);
        smallData(options);
        options.put("spark.master", "local[" + cores + "]");
        options.put("spark.app.name", "lakewright-engine");
        options.put("spark.sql.warehouse.dir", warehouse);
        options.put("spark.local.dir", System.getProperty("java.io.tmpdir"));
        options.put("spark.driver.host", "127.0.0.1");
        options.put("spark.driver.bindAddress", "127.0.0.1");
        options.put("spark.ui.enabled", "false");
        // For measuring: -Dspark.x=y on the command line of the worker wins.
        options.replaceAll((key, value) -> System.getProperty(key, value));
        return options;
    }

    /** What statements mean: as on Databricks, and closed to files. */
    private static void meaning(Map<String, String> options) {
        options.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
        options.put("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
        options.put("spark.sql.catalogImplementation", "in-memory");
        options.put("spark.sql.sources.default", "delta");
        options.put("spark.sql.ansi.enabled", "true");
        options.put("spark.sql.session.timeZone", "UTC");
        options.put("spark.sql.datetime.java8API.enabled", "true");
        options.put("spark.sql.runSQLOnFiles", "false");
        // ${...} in a comment or a value is text, not the environment of this process.
        options.put("spark.sql.variable.substitute", "false");
    }

    private static void smallData(Map<String, String> options) {
        options.put("spark.sql.shuffle.partitions", "1");
        options.put("spark.default.parallelism", "1");
        options.put("spark.databricks.delta.snapshotPartitions", "1");
        options.put("spark.sql.adaptive.enabled", "false");
        // Inferring filters from wide null-safe comparisons grows with the square of the columns and saves nothing
        // here.
        options.put("spark.sql.constraintPropagation.enabled", "false");
        options.put("spark.sql.optimizer.maxCNFNodeCount", "0");
        options.put("spark.sql.codegen.wholeStage", "false");
        options.put("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        options.put("spark.databricks.delta.stats.collect", "false");
        options.put("spark.ui.showConsoleProgress", "false");
        options.put("spark.sql.ui.retainedExecutions", "1");
        options.put("spark.ui.retainedJobs", "1");
        options.put("spark.ui.retainedStages", "1");
        options.put("spark.ui.retainedTasks", "1");
        options.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
        options.put("spark.sql.parquet.compression.codec", "uncompressed");
    }
}
