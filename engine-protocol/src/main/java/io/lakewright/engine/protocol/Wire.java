package io.lakewright.engine.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form: one line, snake case, the kind in {@code type}. Unknown kinds and properties are refused, so that two
 * builds that do not belong together find out at once.
 */
public final class Wire {

    /** Longest line that is read; a longer one means that the stream is broken. */
    public static final int MAX_LINE = 32_000_000;

    private static final Map<String, Class<? extends Request>> REQUESTS = Map.of(
            "status", Request.Status.class,
            "reset", Request.Reset.class,
            "parse", Request.Parse.class,
            "execute", Request.Execute.class,
            "cancel", Request.Cancel.class,
            "shutdown", Request.Shutdown.class);

    private static final Map<String, Class<? extends Response>> RESPONSES = Map.of(
            "report", Response.Report.class,
            "done", Response.Done.class,
            "parsed", Response.Parsed.class,
            "executed", Response.Executed.class,
            "failed", Response.Failed.class);

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_LINE)
                            .maxNestingDepth(20)
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Wire() {}

    /** One line without its end. */
    public static String write(Request request) {
        return line(
                switch (request) {
                    case Request.Status ignored -> "status";
                    case Request.Reset ignored -> "reset";
                    case Request.Parse ignored -> "parse";
                    case Request.Execute ignored -> "execute";
                    case Request.Cancel ignored -> "cancel";
                    case Request.Shutdown ignored -> "shutdown";
                },
                request);
    }

    /** One line without its end. */
    public static String write(Response response) {
        return line(
                switch (response) {
                    case Response.Report ignored -> "report";
                    case Response.Done ignored -> "done";
                    case Response.Parsed ignored -> "parsed";
                    case Response.Executed ignored -> "executed";
                    case Response.Failed ignored -> "failed";
                },
                response);
    }

    /** @throws IllegalArgumentException when the line is not a request */
    public static Request readRequest(String line) {
        return read(line, REQUESTS);
    }

    /** @throws IllegalArgumentException when the line is not a response */
    public static Response readResponse(String line) {
        return read(line, RESPONSES);
    }

    /**
     * The next line, or an empty text at the end of the stream. Lines without content do not occur in the protocol.
     *
     * @throws IOException when the stream breaks or a line is longer than {@link #MAX_LINE}
     */
    public static String nextLine(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (line.length() >= MAX_LINE) {
                throw new IOException("A protocol line is longer than " + MAX_LINE + " characters.");
            }
            line.append((char) next);
            next = in.read();
        }
        return line.toString();
    }

    private static String line(String type, Object value) {
        ObjectNode tree = MAPPER.createObjectNode();
        tree.put("type", type);
        tree.setAll((ObjectNode) MAPPER.valueToTree(value));
        return MAPPER.writeValueAsString(tree);
    }

    private static <T> T read(String line, Map<String, Class<? extends T>> kinds) {
        try {
            JsonNode tree = MAPPER.readTree(line);
            if (!(tree instanceof ObjectNode object)) {
                throw new IllegalArgumentException("A protocol line is not a JSON object.");
            }
            String type = object.path("type").asString("");
            Class<? extends T> kind = kinds.get(type);
            if (kind == null) {
                throw new IllegalArgumentException("Unknown kind of protocol line: " + type);
            }
            object.remove("type");
            return MAPPER.treeToValue(object, kind);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("A protocol line cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
