package io.lakewright.optimizer.server;

import io.lakewright.mcp.SampleCall;
import io.lakewright.mcp.ToolServer;
import io.lakewright.mcp.ToolServerContract;
import java.util.List;

class DatabricksOptimizerServerTest extends ToolServerContract {

    @Override
    protected ToolServer server() {
        return DatabricksOptimizerServer.create();
    }

    @Override
    protected List<SampleCall> samples() {
        return List.of(
                SampleCall.of(
                        "recommend_partitioning",
                        "{\"table_name\": \"main.gold.visits\", \"row_count\": 4000000, \"date_columns\": [\"visited_on\"]}"),
                SampleCall.of(
                        "recommend_clustering",
                        "{\"table_name\": \"visits\", \"query_patterns\": [\"where visited_on between a and b\"], \"cardinality\": {\"visited_on\": 900}}"),
                SampleCall.of(
                        "recommend_delta_features",
                        "{\"table_name\": \"visits\", \"use_case\": \"incremental reader of changes\", \"change_frequency\": \"hourly\"}"),
                SampleCall.of(
                        "estimate_performance",
                        "{\"warehouse\": \"Small\", \"type\": \"serverless\", \"hours\": 3, \"cloud\": \"AWS\", \"region\": \"us-east-1\"}"),
                SampleCall.of("validate_ddl", "{\"ddl\": \"CREATE TABLE c.s.visits (k BIGINT NOT NULL)\"}"));
    }
}
