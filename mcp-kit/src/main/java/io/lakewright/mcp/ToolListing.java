package io.lakewright.mcp;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the tools of a server, within bounds: a foreign server may list without end or under names that deceive. */
final class ToolListing {

    private static final Logger LOG = LoggerFactory.getLogger(ToolListing.class);
    private static final int MOST_TOOLS = 1_000;
    private static final int MOST_PAGES = 100;
    // Letters that look alike in other scripts would let one tool stand for another (threats 3.A row 16).
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

    private ToolListing() {}

    static List<ToolInfo> read(McpSyncClient client) {
        List<ToolInfo> tools = new ArrayList<>();
        Set<String> names = new HashSet<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            McpSchema.ListToolsResult result = cursor == null ? client.listTools(null) : client.listTools(cursor);
            for (McpSchema.Tool tool : result.tools()) {
                if (NAME.matcher(tool.name()).matches() && names.add(tool.name())) {
                    tools.add(info(tool));
                } else {
                    LOG.warn("Left out a tool whose name is taken or not plain ASCII");
                }
            }
            cursor = result.nextCursor();
            if (cursor == null || cursor.isEmpty()) {
                return List.copyOf(tools);
            }
            if (tools.size() > MOST_TOOLS) {
                break;
            }
        }
        throw Problem.upstream("LW-1310", "The server lists too many tools.", "Use a server with fewer tools.")
                .exception();
    }

    private static ToolInfo info(McpSchema.Tool tool) {
        McpSchema.ToolAnnotations said = tool.annotations();
        String title = tool.title() != null ? tool.title() : said == null ? null : said.title();
        return new ToolInfo(
                tool.name(),
                title == null ? tool.name() : title,
                tool.description() == null ? "" : tool.description(),
                Json.mapper().valueToTree(tool.inputSchema()),
                Optional.ofNullable(tool.outputSchema())
                        .map(schema -> Json.mapper().valueToTree(schema)),
                effects(said));
    }

    // What is not said is taken at its worst, as the protocol has it.
    private static Effects effects(McpSchema.@Nullable ToolAnnotations said) {
        if (said == null) {
            return new Effects(false, true, false, true);
        }
        boolean readOnly = Boolean.TRUE.equals(said.readOnlyHint());
        return new Effects(
                readOnly,
                !readOnly && !Boolean.FALSE.equals(said.destructiveHint()),
                Boolean.TRUE.equals(said.idempotentHint()),
                !Boolean.FALSE.equals(said.openWorldHint()));
    }
}
