package io.lakewright.assistant.planner;

import io.lakewright.assistant.TurnEvent.Choice;
import io.lakewright.assistant.planner.Frame.Change;
import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From a wish in words to typed edits on the model under discussion. */
final class EditPlanner {

    private static final Set<String> HISTORY = Set.of("valid_from", "valid_to", "is_current");

    /** A question that must be answered first. */
    record Ask(String text, List<Choice> choices) {}

    /** Edits, and what is to be said beside them. */
    record Planned(List<JsonNode> edits, List<String> notes, Optional<Ask> question) {

        static Planned of(List<JsonNode> edits) {
            return new Planned(edits, List.of(), Optional.empty());
        }

        static Planned note(String text) {
            return new Planned(List.of(), List.of(text), Optional.empty());
        }

        static Planned ask(String text, List<Choice> choices) {
            return new Planned(List.of(), List.of(), Optional.of(new Ask(text, choices)));
        }
    }

    private final PlannerTurn turn;
    private final ModelReader model;
    private final ColumnChoice columns;

    EditPlanner(PlannerTurn turn) {
        this.turn = turn;
        this.model = turn.model().orElseThrow();
        this.columns = new ColumnChoice(turn, model);
    }

    Planned plan(Change change) {
        return switch (change) {
            case Change.SetScd scd -> scd(scd);
            case Change.AddColumn add -> columns.add(add.words(), add.targets());
            case Change.DropColumn drop -> columns.drop(drop.words(), drop.targets());
            case Change.Rename rename -> rename(rename);
            case Change.DropTable drop -> dropTable(drop);
            case Change.Cluster cluster -> columns.cluster(cluster.words(), cluster.targets());
        };
    }

    private Planned scd(Change.SetScd scd) {
        if (scd.type() > 2) {
            return Planned.note("Type " + scd.type() + " is not built yet: a dimension can be type 0 (never changes),"
                    + " type 1 (changes overwrite) or type 2 (every change is kept). The design is unchanged.");
        }
        List<JsonNode> dimensions = model.ofKind("dimension");
        if (dimensions.isEmpty()) {
            return Planned.note(
                    "This design has no dimension whose type could be set. A Data Vault keeps every change in"
                            + " its satellites anyway; type 1 or 2 is chosen later, in the dimensions on top of it.");
        }
        List<JsonNode> chosen = chosen(dimensions, scd.targets());
        if (chosen.isEmpty()) {
            List<Choice> choices = new ArrayList<>();
            dimensions.stream()
                    .limit(2)
                    .map(ModelReader::name)
                    .forEach(n -> choices.add(new Choice(n, "Make " + n + " type " + scd.type())));
            choices.add(new Choice("All dimensions", "Make all dimensions type " + scd.type()));
            return Planned.ask(
                    "The design has " + dimensions.size() + " dimensions. Which of them shall be type " + scd.type()
                            + "?",
                    choices);
        }
        List<String> done = chosen.stream()
                .filter(d -> d.path("scd_type").asInt(-1) == scd.type())
                .map(ModelReader::name)
                .toList();
        List<JsonNode> edits = chosen.stream()
                .filter(d -> d.path("scd_type").asInt(-1) != scd.type())
                .map(d -> (JsonNode) edit("set_scd_type", ModelReader.name(d)).put("scd_type", scd.type()))
                .toList();
        List<String> notes = new ArrayList<>();
        if (!done.isEmpty()) {
            notes.add(Reading.codes(done) + (done.size() == 1 ? " is" : " are") + " type " + scd.type() + " already.");
        }
        if (!edits.isEmpty()) {
            notes.add(meaning(scd.type()));
        }
        return new Planned(edits, notes, Optional.empty());
    }

    private static String meaning(int type) {
        return switch (type) {
            case 0 -> "Rows keep their first values for ever.";
            case 1 ->
                "A changed value overwrites the old one, so reports always show today's values and history is not"
                        + " kept.";
            default -> "A changed value opens a new row, so facts keep pointing at the values of their time.";
        };
    }

    private List<JsonNode> chosen(List<JsonNode> dimensions, List<String> targets) {
        if (turn.message().toLowerCase(Locale.ROOT).matches(".*\\b(all|every|both|each|them)\\b.*")) {
            return dimensions;
        }
        List<JsonNode> named = dimensions.stream()
                .filter(d -> targets.contains(ModelReader.name(d)))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        if (dimensions.size() == 1) {
            return dimensions;
        }
        return dimensions.stream()
                .filter(d -> ModelReader.name(d).equals(turn.focus().orElse("")))
                .toList();
    }

    private Planned rename(Change.Rename rename) {
        List<String> tables = model.names().stream()
                .filter(n -> NameForms.meet(NameForms.ofName(n), NameForms.ofName(rename.words()))
                        || withoutKind(n).equals(String.join("", rename.words().split("[ _]"))))
                .toList();
        Set<String> pronouns =
                Set.of("it", "this", "that", "the dimension", "the table", "the fact", "the hub", "dimension");
        if (tables.isEmpty() && pronouns.contains(rename.words())) {
            tables = turn.focus()
                    .filter(f -> model.table(f).isPresent())
                    .map(List::of)
                    .orElse(model.names().size() == 1 ? model.names() : List.of());
        }
        if (tables.size() == 1) {
            return Planned.of(List.of(edit("rename_table", tables.getFirst()).put("name", rename.name())));
        }
        return columns.rename(rename.words(), rename.name());
    }

    private static String withoutKind(String name) {
        return name.replaceFirst("^(dim|fact|hub|link|sat|bridge)_", "").replace("_", "");
    }

    private Planned dropTable(Change.DropTable drop) {
        if (drop.targets().isEmpty()) {
            return Planned.ask(
                    "Which table shall I leave out of the design?",
                    model.names().stream()
                            .limit(3)
                            .map(n -> new Choice(n, "Remove " + n + " from the design"))
                            .toList());
        }
        if (drop.targets().size() >= model.names().size()) {
            return Planned.note("That would leave nothing of the design. Tell me what you want to model instead.");
        }
        return Planned.of(drop.targets().stream()
                .map(t -> (JsonNode) edit("drop_table", t))
                .toList());
    }

    static ObjectNode edit(String op, String table) {
        return Json.object().put("op", op).put("table", table);
    }

    static boolean technical(String column) {
        return HISTORY.contains(column);
    }
}
