package io.lakewright.mcp;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A tool: what callers see of it, the record that its arguments are read into, and who answers.
 *
 * {@snippet :
 * Tool.named("find_relationships")
 *         .title("Find relationships")
 *         .description("Says how two tables are related and over which columns.")
 *         .effects(Effects.READS)
 *         .output(JsonSchemas.ofRecord(Relationships.class))
 *         .answering(FindRelationships.class, input -> ToolAnswer.of("2 relationships", find(input)));
 * }
 *
 * <p>The components of the input record are the arguments, in snake case. A component is optional when it is an {@code
 * Optional}, a JSpecify {@code Nullable} or has a {@link Default}. Arguments that the record does not have are refused.
 */
public final class Tool<I extends Record> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final ToolInfo info;
    private final ArgumentReader<I> arguments;
    private final ToolHandler<I> handler;

    private Tool(ToolInfo info, ArgumentReader<I> arguments, ToolHandler<I> handler) {
        this.info = info;
        this.arguments = arguments;
        this.handler = handler;
    }

    /** Starts the description of a tool; the name is lower-case ASCII with underscores. */
    public static Draft named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a tool name in lower-case ASCII: " + name);
        }
        return new Draft(name, name, "", Effects.READS, Optional.empty());
    }

    public ToolInfo info() {
        return info;
    }

    public String name() {
        return info.name();
    }

    /**
     * Validates the arguments and answers.
     *
     * @throws io.lakewright.core.ProblemException LW-1301 when an argument is wrong, or whatever the handler throws
     */
    public ToolAnswer answer(JsonNode args) {
        return handler.answer(arguments.read(args));
    }

    /** A tool that is being described; every method returns a changed copy. */
    public record Draft(
            String name, String title, String description, Effects effects, Optional<JsonNode> outputSchema) {

        public Draft title(String title) {
            return new Draft(name, title, description, effects, outputSchema);
        }

        /** What it does and when to use it, written for the brain that chooses among tools. */
        public Draft description(String description) {
            return new Draft(name, title, description, effects, outputSchema);
        }

        public Draft effects(Effects effects) {
            return new Draft(name, title, description, effects, outputSchema);
        }

        /** The JSON Schema of the structured content; see {@link JsonSchemas}. */
        public Draft output(JsonNode schema) {
            return new Draft(name, title, description, effects, Optional.of(schema));
        }

        /** Completes the tool. */
        public <I extends Record> Tool<I> answering(Class<I> input, ToolHandler<I> handler) {
            if (description.isBlank() || outputSchema.isEmpty()) {
                throw new IllegalStateException("Tool " + name + " lacks a description or an output schema");
            }
            ArgumentReader<I> reader = new ArgumentReader<>(name, input);
            ToolInfo info = new ToolInfo(name, title, description, reader.schema(), outputSchema, effects);
            return new Tool<>(info, reader, handler);
        }
    }
}
