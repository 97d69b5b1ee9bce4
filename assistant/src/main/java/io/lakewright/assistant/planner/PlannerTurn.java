package io.lakewright.assistant.planner;

import io.lakewright.assistant.Brain.Verdict;
import io.lakewright.assistant.BrainContext;
import io.lakewright.assistant.Draft;
import io.lakewright.assistant.TurnEvent.Choice;
import io.lakewright.assistant.TurnEvent.Question;
import io.lakewright.assistant.TurnOutcome.Kind;
import io.lakewright.assistant.Workbench;
import io.lakewright.assistant.tools.ToolCall;
import io.lakewright.assistant.tools.ToolReply;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the handlers of one turn share: the workspace, the tools and the voice. */
record PlannerTurn(BrainContext context, Workbench bench, Catalogue catalogue, Lexicon lexicon, String message) {

    static final String ANALYZER = "schema-analyzer";
    static final String GENERATOR = "model-generator";
    static final String OPTIMIZER = "databricks-optimizer";
    static final String PATTERNS = "pattern-library";

    /** Arguments with the workspace of the turn already in. */
    ObjectNode arguments() {
        ObjectNode arguments = Json.object();
        context.workspaceId().ifPresent(id -> arguments.put("workspace_id", id));
        return arguments;
    }

    ToolReply call(String server, String tool, JsonNode arguments) {
        return bench.call(new ToolCall(server, tool, arguments));
    }

    JsonNode require(String server, String tool, JsonNode arguments) {
        return call(server, tool, arguments).orThrow();
    }

    JsonNode metadata(Collection<String> tables) {
        ObjectNode arguments = arguments();
        arguments.set("table_names", Json.tree(tables));
        return require(ANALYZER, "get_table_metadata", arguments);
    }

    void say(String text) {
        bench.say(text);
    }

    Optional<Draft> draft() {
        return bench.draft();
    }

    Optional<ModelReader> model() {
        return draft().map(d -> new ModelReader(d.model()));
    }

    Verdict ask(String text, List<Choice> choices) {
        say(text);
        return Verdict.asked(question(text, choices));
    }

    Question question(String text, List<Choice> choices) {
        return new Question(bench.newId(), text, choices.stream().limit(3).toList());
    }

    Verdict refuse(Kind kind, String code, String text, String nextStep) {
        say(text);
        return Verdict.refused(kind, Problem.unsafe(code, text, nextStep));
    }

    /** Says that a word names nothing here; a question when something near exists, else a refusal. */
    Verdict unknown(String word) {
        List<String> nearest = new NearTables(catalogue).of(word);
        String name = Reading.code(word);
        if (nearest.isEmpty()) {
            String text = "There is no table " + name + " in this workspace, and none with a similar name.";
            say(text + " Ask me to list the tables to see what there is.");
            Problem problem = new Problem.NotFound("LW-2031", text, "List the tables and choose one.", Map.of());
            return new Verdict(Kind.UNKNOWN_NAME, Optional.empty(), Optional.of(problem));
        }
        String text = "There is no table " + name + " in this workspace. Did you mean "
                + Reading.codes(nearest).replace(" and ", " or ") + "?";
        say(text);
        List<Choice> choices = nearest.stream()
                .map(id -> new Choice(shortName(id), replaced(word, id)))
                .toList();
        Problem problem = new Problem.NotFound(
                "LW-2030",
                text,
                "Choose one of the tables, or list them all.",
                Map.of("nearest", String.join(", ", nearest)));
        return new Verdict(Kind.UNKNOWN_NAME, Optional.of(question(text, choices)), Optional.of(problem));
    }

    /** The message again with one word replaced by a table. */
    String replaced(String word, String table) {
        String pattern = "(?i)" + word.replaceAll("[^\\p{L}\\p{N}_.]+", "[^\\\\p{L}\\\\p{N}]+");
        String changed = message.replaceFirst(pattern, Matcher.quoteReplacement(table));
        return changed.equals(message) ? message + " (" + table + ")" : changed;
    }

    /** The name without its schema where that is clear. */
    String shortName(String id) {
        return catalogue
                .table(id)
                .filter(t -> catalogue.tables().stream()
                                .filter(o -> o.name().equalsIgnoreCase(t.name()))
                                .count()
                        == 1)
                .map(Catalogue.Table::name)
                .orElse(id);
    }

    List<String> shortNames(Collection<String> ids) {
        return ids.stream().map(this::shortName).toList();
    }

    Optional<String> focus() {
        String focus = context.conversation().memory().path("focus").asString("");
        return focus.isEmpty() ? Optional.empty() : Optional.of(focus);
    }

    void focusOn(String table) {
        bench.remember("focus", Json.tree(table));
    }
}
