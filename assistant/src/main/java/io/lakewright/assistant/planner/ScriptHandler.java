package io.lakewright.assistant.planner;

import io.lakewright.assistant.Brain.Verdict;
import io.lakewright.assistant.Draft;
import io.lakewright.assistant.Estimates;
import io.lakewright.assistant.SuggestionCalls;
import io.lakewright.assistant.TurnEvent.Choice;
import io.lakewright.assistant.tools.ToolReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The scripts, the estimate and the way back for the model under discussion. */
final class ScriptHandler {

    private static final Map<String, String> KINDS = kinds();

    private static final int LONGEST_SCRIPT = 12_000;

    private final PlannerTurn turn;

    ScriptHandler(PlannerTurn turn) {
        this.turn = turn;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("ddl", "Tables (DDL)");
        kinds.put("etl", "Loads (ETL)");
        kinds.put("dml", "Maintenance and special rows (DML)");
        kinds.put("test", "Tests");
        return kinds;
    }

    Verdict scripts(Frame.GenerateScripts asked) {
        if (turn.draft().isEmpty()) {
            return noModel("There is no design yet that I could print scripts for.");
        }
        Draft draft = turn.draft().get();
        JsonNode content = turn.bench()
                .call(SuggestionCalls.onModel(PlannerTurn.GENERATOR, "generate_templates", draft, "databricks"))
                .orThrow();
        List<JsonNode> scripts = Reading.items(content.path("templates"));
        if (!asked.targets().isEmpty() && some(scripts, asked.targets())) {
            return Verdict.answered();
        }
        turn.say("Here are the " + scripts.size() + " scripts of " + tables(draft) + ", in the order in"
                + " which they are to be run. Each stands in the review pane as SQL and as its Jinja2 template.\n");
        KINDS.forEach((type, title) -> {
            List<String> names = scripts.stream()
                    .filter(s -> s.path("type").asString("").equals(type))
                    .map(s -> Reading.code(s.path("name").asString("")))
                    .toList();
            if (!names.isEmpty()) {
                turn.say("\n**" + title + "**\n- " + String.join("\n- ", names) + "\n");
            }
        });
        turn.say("\nThe loads can be run again without adding anything; the tests say whether a load did what it"
                + " should. What has really been executed stands in the receipt of the suggestion.");
        turn.bench().present();
        turn.bench().offer(List.of(new Choice("Explain the design", "Explain why you designed it this way")));
        return Verdict.answered();
    }

    /** Shows the loads of some tables in full, as the printer gave them; false when there are none. */
    private boolean some(List<JsonNode> scripts, List<String> targets) {
        List<JsonNode> loads = scripts.stream()
                .filter(s -> s.path("type").asString("").equals("etl"))
                .filter(s -> targets.stream()
                        .anyMatch(t -> s.path("name").asString("").contains(t)))
                .filter(s -> s.path("sql").asString("").length() <= LONGEST_SCRIPT)
                .toList();
        if (loads.isEmpty()) {
            return false;
        }
        turn.say("This is how " + Reading.codes(targets) + (targets.size() == 1 ? " is" : " are") + " loaded.\n");
        for (JsonNode load : loads) {
            String sql = load.path("sql").asString("").replace("```", "'''").strip();
            turn.say("\n" + Reading.code(load.path("name").asString("")) + "\n```sql\n" + sql + "\n```\n");
        }
        turn.bench().present();
        return true;
    }

    private static String tables(Draft draft) {
        List<String> names = new ModelReader(draft.model()).names();
        int shown = 4;
        return names.size() <= shown
                ? Reading.codes(names)
                : names.stream().limit(shown).map(Reading::code).collect(Collectors.joining(", ")) + " and "
                        + (names.size() - shown) + " more";
    }

    Verdict undo() {
        List<Draft> drafts = turn.context().conversation().drafts();
        if (drafts.size() < 2) {
            turn.say(
                    drafts.isEmpty()
                            ? "There is no design in this conversation yet, so there is nothing to take back."
                            : "This is the first design of the conversation, so there is none before it.");
            turn.say(" What has been applied to the canvas is taken back with the **Undo** button there.");
            return Verdict.answered();
        }
        Draft before = drafts.get(drafts.size() - 2);
        turn.bench().restore(before);
        turn.say("Taken back. The design is again the one before your last change: "
                + Reading.codes(new ModelReader(before.model()).names())
                + ". If you had applied the change to the canvas, press **Undo** there as well.");
        return Verdict.answered();
    }

    Verdict estimate() {
        if (turn.draft().isEmpty()) {
            return noModel("I estimate a design, and there is none yet. I will not invent a cost without one.");
        }
        Optional<JsonNode> estimate = estimate(turn);
        if (estimate.isEmpty()) {
            turn.say("The estimate could not be made; the design itself is not affected.");
            return Verdict.answered();
        }
        turn.say("**Estimate.** " + text(estimate.get()));
        turn.say("\n\nTell me row counts, growth and how often it is loaded, and the band gets narrower.");
        return Verdict.answered();
    }

    /** The estimate of the draft, empty when the tool failed. */
    static Optional<JsonNode> estimate(PlannerTurn turn) {
        return turn.draft()
                .map(draft -> turn.bench()
                        .call(SuggestionCalls.onModel(
                                PlannerTurn.OPTIMIZER, "estimate_performance", draft, "databricks")))
                .filter(ToolReply::ok)
                .map(ToolReply::content);
    }

    /** The band and its assumptions in one paragraph. */
    static String text(JsonNode estimate) {
        List<String> assumptions = Estimates.assumptions(estimate);
        if (assumptions.isEmpty()) {
            return band(estimate);
        }
        List<String> few = assumptions.subList(0, Math.min(4, assumptions.size())).stream()
                .map(a -> Reading.prose(a).replaceAll("\\.$", ""))
                .toList();
        return band(estimate) + " Assumed: " + String.join("; ", few) + ".";
    }

    /** The band alone, for an answer that follows one with the assumptions. */
    static String band(JsonNode estimate) {
        return Estimates.sentence(estimate)
                .orElseGet(() -> Reading.sentence(estimate.path("explanation").asString("No number can be given.")));
    }

    private Verdict noModel(String text) {
        return turn.ask(text + " Which tables shall I model first?", new TalkHandler(turn).choices());
    }
}
