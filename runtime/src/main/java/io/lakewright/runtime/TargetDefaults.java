package io.lakewright.runtime;

import io.lakewright.assistant.tools.ConnectedServer;
import io.lakewright.assistant.tools.ToolDescription;
import io.lakewright.assistant.tools.ToolReply;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives every generating call the catalogs and schemas that the user chose, unless it names its own. */
final class TargetDefaults {

    private static final Set<String> GENERATING = Set.of("generate_dimensional_model", "generate_data_vault_model");

    private TargetDefaults() {}

    static ConnectedServer of(ConnectedServer server, ObjectNode targets) {
        return new ConnectedServer() {
            @Override
            public List<ToolDescription> tools() {
                return server.tools();
            }

            @Override
            public ToolReply call(String tool, JsonNode arguments, Duration timeout) {
                if (!GENERATING.contains(tool) || arguments.has("targets")) {
                    return server.call(tool, arguments, timeout);
                }
                ObjectNode more = (ObjectNode) arguments.deepCopy();
                more.set("targets", targets.deepCopy());
                return server.call(tool, more, timeout);
            }
        };
    }
}
