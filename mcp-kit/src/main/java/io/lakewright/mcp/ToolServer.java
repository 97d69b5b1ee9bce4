package io.lakewright.mcp;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A named set of tools; a value that any transport can serve, any number of times.
 *
 * @param instructions told to the brain when it connects: what the tools are for together
 */
public record ToolServer(String name, String version, String instructions, List<Tool<?>> tools) {

    private static final Logger LOG = LoggerFactory.getLogger(ToolServer.class);

    public ToolServer {
        tools = List.copyOf(tools);
        Set<String> names = new HashSet<>();
        for (Tool<?> tool : tools) {
            if (!names.add(tool.name())) {
                throw new IllegalArgumentException("Two tools of " + name + " are named " + tool.name());
            }
        }
    }

    public Optional<Tool<?>> tool(String toolName) {
        return tools.stream().filter(tool -> tool.name().equals(toolName)).findFirst();
    }

    /**
     * Answers a call and never throws: this is the edge at which failures become answers. A failure that nobody
     * expected is logged once, here, and told as LW-1399 without its inner workings.
     */
    public ToolAnswer answer(Tool<?> tool, JsonNode args) {
        try {
            return tool.answer(args);
        } catch (ProblemException e) {
            return ToolAnswer.failed(e.problem());
        } catch (Exception | StackOverflowError e) {
            LOG.error("Tool {} of {} failed unexpectedly", tool.name(), name, e);
            return ToolAnswer.failed(Problem.upstream(
                    "LW-1399",
                    "The tool " + tool.name() + " failed because of an error in Lakewright.",
                    "Try again with other arguments; the log of the server holds the cause."));
        }
    }
}
