package io.lakewright.mcp;

import java.util.List;

/** The suite itself, on a server whose tools all succeed. */
class WorkshopContractTest extends ToolServerContract {

    @Override
    protected ToolServer server() {
        ToolServer all = Workshop.server();
        return new ToolServer(
                all.name(),
                all.version(),
                all.instructions(),
                all.tools().stream()
                        .filter(tool -> List.of("measure_thing", "flood").contains(tool.name()))
                        .toList());
    }

    @Override
    protected List<SampleCall> samples() {
        return List.of(
                SampleCall.of("measure_thing", "{\"thing\": \"été\", \"grain\": {\"column\": \"order_date\"}}"),
                SampleCall.of("flood", "{\"characters\": 120000}"));
    }
}
