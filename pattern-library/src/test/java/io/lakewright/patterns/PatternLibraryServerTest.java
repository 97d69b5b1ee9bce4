package io.lakewright.patterns;

import io.lakewright.mcp.SampleCall;
import io.lakewright.mcp.ToolServer;
import io.lakewright.mcp.ToolServerContract;
import io.lakewright.patterns.server.PatternLibraryServer;
import java.util.List;

class PatternLibraryServerTest extends ToolServerContract {

    @Override
    protected ToolServer server() {
        return PatternLibraryServer.create();
    }

    @Override
    protected List<SampleCall> samples() {
        return List.of(
                SampleCall.of("get_pattern", "{\"pattern_type\": \"slowly_changing_dimension\"}"),
                SampleCall.of(
                        "recommend_pattern",
                        "{\"table_metadata\": {\"name\": \"visit\", \"columns\": [{\"name\": \"visited_on\", \"type\": \"date\"}]}, \"use_case\": \"reporting\"}"),
                SampleCall.of(
                        "get_databricks_optimizations",
                        "{\"pattern_type\": \"data_vault\", \"access_pattern\": \"batch\"}"),
                SampleCall.of("list_patterns", "{}"));
    }
}
