package io.lakewright.assistant.planner;

import io.lakewright.assistant.Brain.Verdict;
import io.lakewright.assistant.LoadOrder;
import io.lakewright.assistant.TurnEvent.Choice;
import io.lakewright.assistant.planner.Frame.Change;
import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes the model under discussion by typed edits; what is not clear is asked, never guessed. */
final class RefineHandler {

    private final PlannerTurn turn;
    private final List<String> notes = new ArrayList<>();

    RefineHandler(PlannerTurn turn) {
        this.turn = turn;
    }

    Verdict refine(Frame.Refine refine) {
        if (turn.draft().isEmpty()) {
            return turn.ask(
                    "There is no design yet that I could change. Which tables shall I model first?",
                    new TalkHandler(turn).choices());
        }
        EditPlanner planner = new EditPlanner(turn);
        ArrayNode edits = Json.array();
        for (Change change : refine.changes()) {
            EditPlanner.Planned planned = planner.plan(change);
            if (planned.question().isPresent()) {
                EditPlanner.Ask ask = planned.question().get();
                return turn.ask(ask.text(), ask.choices());
            }
            notes.addAll(planned.notes());
            planned.edits().forEach(edits::add);
        }
        if (edits.isEmpty()) {
            turn.say(String.join(" ", notes));
            return Verdict.answered();
        }
        return apply(edits);
    }

    private Verdict apply(ArrayNode edits) {
        ObjectNode arguments = turn.arguments();
        arguments.set(
                "model",
                Json.object().put("model_ref", turn.draft().orElseThrow().ref()));
        arguments.set("edits", edits);
        JsonNode content = turn.require(PlannerTurn.GENERATOR, "refine_model", arguments);
        List<String> applied = Reading.texts(content.path("applied"));
        turn.say("Done.");
        applied.forEach(text -> turn.say(" " + Reading.sentence(text)));
        notes.forEach(note -> turn.say(" " + note));
        diff(content.path("diff"));
        findings(content.path("findings"));
        Optional<JsonNode> estimate = ScriptHandler.estimate(turn);
        List<String> order = Reading.texts(LoadOrder.lines(
                content.path("load_order"), turn.draft().orElseThrow().model()));
        if (!order.isEmpty()) {
            List<String> steps =
                    order.stream().map(step -> step.replaceFirst("\\.$", "")).toList();
            turn.say("\n\n**Load order**: " + Reading.prose(String.join("; then ", steps)) + ".");
        }
        estimate.ifPresent(
                e -> turn.say("\n\n**Estimate.** " + ScriptHandler.band(e) + " It assumes what the first one did."));
        offer(edits);
        return Verdict.answered();
    }

    private void diff(JsonNode diff) {
        List<String> tables = new ArrayList<>();
        for (String part : List.of("added", "updated", "removed")) {
            for (JsonNode item : diff.path(part).values()) {
                String name = item.isString()
                        ? item.asString()
                        : item.path("table").asString(item.path("name").asString(""));
                if (!name.isEmpty() && !tables.contains(name)) {
                    tables.add(name);
                }
            }
        }
        if (!tables.isEmpty()) {
            turn.say("\n\nChanged: " + Reading.codes(tables) + ". Nothing else in the design is different.");
            turn.focusOn(tables.getFirst());
        }
    }

    private void findings(JsonNode findings) {
        for (JsonNode finding : findings.values()) {
            if (finding.path("severity").asString("").equals("error")) {
                turn.say("\n\n**Please look at this**: "
                        + Reading.sentence(finding.path("message").asString("")));
            }
        }
    }

    private void offer(ArrayNode edits) {
        List<Choice> steps = new ArrayList<>();
        String op = edits.path(0).path("op").asString("");
        if (op.equals("set_scd_type")) {
            int other = edits.path(0).path("scd_type").asInt() == 2 ? 1 : 2;
            steps.add(new Choice("Back to type " + other, "Make it type " + other + " instead"));
        } else {
            steps.add(new Choice("Undo that", "Undo that"));
        }
        steps.add(new Choice("Show the scripts", "Generate the scripts"));
        if (turn.model().filter(m -> m.ofKind("hub").isEmpty()).isPresent()) {
            steps.add(new Choice("Data vault of these tables", "Now a data vault for the same tables"));
        }
        turn.bench().offer(steps);
    }
}
