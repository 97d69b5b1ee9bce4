package io.lakewright.patterns.server;

import io.lakewright.core.document.Json;
import io.lakewright.mcp.Accepts;
import io.lakewright.mcp.Default;
import io.lakewright.mcp.Describe;
import io.lakewright.mcp.Effects;
import io.lakewright.mcp.Example;
import io.lakewright.mcp.JsonForm;
import io.lakewright.mcp.JsonSchemas;
import io.lakewright.mcp.Tool;
import io.lakewright.mcp.ToolAnswer;
import io.lakewright.mcp.ToolServer;
import io.lakewright.patterns.Pattern;
import io.lakewright.patterns.Patterns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code pattern-library}: patterns, their templates and which of them fits. */
public final class PatternLibraryServer {

    private static final String NAME = "pattern-library";

    private final Patterns patterns = new Patterns();

    private PatternLibraryServer() {}

    /** The server over the built-in catalogue. */
    public static ToolServer create() {
        PatternLibraryServer server = new PatternLibraryServer();
        return new ToolServer(
                NAME,
                "0.1.0",
                "Data modelling patterns for Databricks: Data Vault 2.0 and Kimball, with structure, loading steps, guarantees, templates and mistakes.",
                List.of(server.getPattern(), server.recommend(), server.optimizations(), server.list()));
    }

    /** For what a pattern is wanted. */
    enum Optimization {
        DATABRICKS,
        GENERAL,
        HIGH_VOLUME,
        REAL_TIME
    }

    /** Below 10 GB, 1 TB, 10 TB, and above. */
    enum Scale {
        SMALL,
        MEDIUM,
        LARGE,
        XLARGE
    }

    /** How the tables are used. */
    enum Access {
        BATCH,
        STREAMING,
        INTERACTIVE,
        MIXED
    }

    record GetPattern(
            @Describe(
                    "A family (data_vault, kimball_dimension, kimball_fact, bridge_table, slowly_changing_dimension) or a pattern id such as dim.scd2.")
            @Example("\"slowly_changing_dimension\"")
            String patternType,

            @Describe("Which documented variant to point out.") @Default("\"databricks\"")
            Optimization optimization,

            @Describe("Size of the tables: small < 10 GB, medium < 1 TB, large < 10 TB, xlarge above.")
            Optional<Scale> scale) {}

    record Recommend(
            @Describe("A table as get_table_metadata answers it, or any part of it.")
            @Accepts(JsonForm.OBJECT)
            @Example("{\"name\": \"orders\", \"columns\": [{\"name\": \"order_date\", \"type\": \"date\"}]}")
            JsonNode tableMetadata,

            @Describe("What the table is needed for, in plain words.") @Default("\"\"")
            String useCase,

            @Describe("Size of the table.") Optional<Scale> scale) {}

    record Optimizations(
            @Describe("A family or a pattern id.") String patternType,

            @Describe("Size in words or a scale, such as \"2 TB\".")
            Optional<String> dataVolume,

            @Describe("How the tables are used.") Optional<Access> accessPattern) {}

    record ListPatterns(
            @Describe("data_vault, kimball, kimball_dimension or kimball_fact.")
            Optional<String> category,

            @Describe("Only patterns that carry all of these tags.") @Default("[]")
            List<String> tags) {}

    private Tool<GetPattern> getPattern() {
        return Tool.named("get_pattern")
                .title("Get a pattern")
                .description(
                        "Returns modelling patterns with structure, loading steps, guarantees, mistakes and a Jinja2 template. Use it before a model is designed, to explain the choice.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("patterns:array", "notes:array"))
                .answering(GetPattern.class, input -> {
                    List<Pattern> found = patterns.ofType(input.patternType());
                    ObjectNode answer = Json.object();
                    ArrayNode definitions = answer.putArray("patterns");
                    found.forEach(pattern -> definitions.add(patterns.definition(pattern)));
                    List<String> notes = patterns.notes(
                            input.patternType(),
                            found,
                            Optional.of(text(input.optimization())),
                            input.scale().map(PatternLibraryServer::text));
                    answer.set("notes", Json.tree(notes));
                    return ToolAnswer.of(names(found), answer);
                });
    }

    private Tool<Recommend> recommend() {
        return Tool.named("recommend_pattern")
                .title("Recommend a pattern")
                .description(
                        "Ranks the patterns for one table by its columns, class, size and use case, with reasons, and says what was rejected and why.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("recommended:array", "rejected:array", "notes:array"))
                .answering(Recommend.class, input -> {
                    ObjectNode answer = patterns.recommendation(
                            input.tableMetadata(),
                            input.useCase(),
                            input.scale().map(PatternLibraryServer::text));
                    String best = answer.path("recommended")
                            .valueStream()
                            .map(entry -> entry.path("name").asString(""))
                            .collect(Collectors.joining(", "));
                    return ToolAnswer.of("Recommended: " + best, answer);
                });
    }

    private Tool<Optimizations> optimizations() {
        return Tool.named("get_databricks_optimizations")
                .title("Databricks optimizations of a pattern")
                .description(
                        "Layout advice for a pattern on Databricks, each with the rule it rests on. For a concrete table ask databricks-optimizer.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("optimizations:array"))
                .answering(Optimizations.class, input -> {
                    ObjectNode answer = patterns.optimizations(
                            input.patternType(),
                            input.dataVolume(),
                            input.accessPattern().map(PatternLibraryServer::text));
                    String text = answer.path("optimizations")
                            .valueStream()
                            .map(entry -> entry.path("advice").asString("") + " ("
                                    + entry.path("rule").asString("") + ")")
                            .collect(Collectors.joining("\n"));
                    return ToolAnswer.of(text, answer);
                });
    }

    private Tool<ListPatterns> list() {
        return Tool.named("list_patterns")
                .title("List patterns")
                .description("Lists the patterns of the catalogue with what each is for.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("patterns:array"))
                .answering(ListPatterns.class, input -> {
                    List<Pattern> found = patterns.list(input.category(), input.tags());
                    ObjectNode answer = Json.object();
                    ArrayNode list = answer.putArray("patterns");
                    found.forEach(pattern -> list.add(patterns.summary(pattern)));
                    return ToolAnswer.of(names(found), answer);
                });
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String names(List<Pattern> patterns) {
        return patterns.isEmpty()
                ? "No pattern."
                : patterns.stream().map(p -> p.id() + ": " + p.description()).collect(Collectors.joining("\n"));
    }
}
