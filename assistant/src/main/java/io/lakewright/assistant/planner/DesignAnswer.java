package io.lakewright.assistant.planner;

import io.lakewright.assistant.LoadOrder;
import io.lakewright.assistant.TurnEvent.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Explains a new model: what is recommended and why, what it holds, load order, estimate, next steps. */
final class DesignAnswer {

    private static final int REASONS = 6;
    private static final int TABLES = 14;

    private final PlannerTurn turn;
    private final JsonNode made;
    private final ModelReader model;

    DesignAnswer(PlannerTurn turn, JsonNode made) {
        this.turn = turn;
        this.made = made;
        this.model = turn.model().orElseThrow();
    }

    void say(Optional<JsonNode> estimate, String defaulted) {
        reasons(defaulted);
        tables();
        order();
        estimate.ifPresent(e -> turn.say("\n**Estimate.** " + ScriptHandler.text(e) + "\n"));
        deviations();
        assumptions();
        nextSteps();
        main().ifPresent(t -> turn.focusOn(ModelReader.name(t)));
    }

    private Optional<JsonNode> main() {
        for (String kind : List.of("fact", "dimension", "hub")) {
            List<JsonNode> tables = model.ofKind(kind);
            if (!tables.isEmpty()) {
                return Optional.of(tables.getFirst());
            }
        }
        return model.tables().stream().findFirst();
    }

    private void reasons(String defaulted) {
        Map<String, String> reasons = new LinkedHashMap<>();
        List<JsonNode> decisions = new ArrayList<>(Reading.items(made.path("decisions")));
        decisions.addAll(model.decisions(Optional.empty()));
        for (JsonNode decision : decisions) {
            String choice = Reading.prose(decision.path("choice").asString("")).replaceAll("\\.$", "");
            if (!choice.isBlank()) {
                reasons.putIfAbsent(
                        decision.path("rule").asString(choice),
                        "- " + capital(choice) + ": "
                                + Reading.prose(decision.path("because").asString(""))
                                        .replaceAll("\\.$", "") + ".");
            }
        }
        if (reasons.isEmpty() && defaulted.isBlank()) {
            return;
        }
        turn.say("\n**I'm recommending**\n");
        if (!defaulted.isBlank()) {
            turn.say("- " + capital(defaulted) + " otherwise; say \"make it type 1\" to overwrite instead.\n");
        }
        reasons.values().stream().limit(REASONS).forEach(reason -> turn.say(reason + "\n"));
    }

    private void tables() {
        turn.say("\n**The model**\n");
        List<JsonNode> tables = model.tables();
        tables.stream().limit(TABLES).forEach(t -> turn.say("- " + table(t) + "\n"));
        if (tables.size() > TABLES) {
            turn.say("- and " + (tables.size() - TABLES) + " more, shown in the diagram\n");
        }
        List<JsonNode> excluded = model.excluded();
        if (!excluded.isEmpty()) {
            List<String> texts = excluded.stream()
                    .limit(4)
                    .map(e -> Reading.code(e.path("table").asString("")) + " ("
                            + Reading.prose(e.path("because").asString("")).replaceAll("\\.$", "") + ")")
                    .toList();
            int more = excluded.size() - texts.size();
            turn.say("\nLeft out: " + String.join("; ", texts) + (more > 0 ? "; and " + more + " more." : ".") + "\n");
        }
    }

    private String table(JsonNode table) {
        String kind = ModelReader.kind(table).replace('_', ' ');
        String type = table.path("scd_type").isNumber()
                ? ", type " + table.path("scd_type").asInt()
                : "";
        StringBuilder text = new StringBuilder(Reading.code(ModelReader.name(table)) + " (" + kind + type + ")");
        String grain = table.path("grain").path("words").asString("");
        if (!grain.isBlank()) {
            text.append(": ").append(Reading.prose(grain).replaceAll("\\.$", ""));
        }
        List<String> key = Reading.texts(table.path("business_key"));
        if (!key.isEmpty() && !kind.equals("date dimension")) {
            text.append(", known by ").append(Reading.codes(key));
        }
        text.append(parents(table));
        Map<String, List<String>> bySource = new LinkedHashMap<>();
        for (JsonNode column : ModelReader.columns(table)) {
            String source = column.path("source").path("table").asString("");
            boolean told = key.stream().anyMatch(k -> k.equalsIgnoreCase(ModelReader.name(column)));
            if (!source.isEmpty() && !told) {
                bySource.computeIfAbsent(turn.shortName(source), s -> new ArrayList<>())
                        .add(ModelReader.name(column));
            }
        }
        bySource.forEach((source, columns) ->
                text.append("; from ").append(Reading.code(source)).append(": ").append(few(columns)));
        return text.toString();
    }

    /** The tables of the model that this one refers to, with the roles they play. */
    private static String parents(JsonNode table) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        for (JsonNode key : table.path("keys").path("foreign").values()) {
            String role = key.path("role").asString("").replace('_', ' ');
            List<String> played = roles.computeIfAbsent(key.path("references").asString(""), r -> new ArrayList<>());
            if (!role.isBlank()) {
                played.add(Reading.prose(role));
            }
        }
        if (roles.isEmpty()) {
            return "";
        }
        String verb = ModelReader.kind(table).equals("satellite") ? "; describes " : "; refers to ";
        return verb
                + String.join(
                        ", ",
                        roles.entrySet().stream()
                                .map(e -> Reading.code(e.getKey())
                                        + (e.getValue().isEmpty() ? "" : " (" + String.join(", ", e.getValue()) + ")"))
                                .toList());
    }

    private static String few(List<String> columns) {
        int shown = columns.size() <= 7 ? columns.size() : 6;
        String names = String.join(
                ", ", columns.subList(0, shown).stream().map(Reading::code).toList());
        return shown == columns.size() ? names : names + " and " + (columns.size() - shown) + " more";
    }

    private void order() {
        List<String> steps = Reading.texts(LoadOrder.lines(
                made.path("load_order"), turn.draft().orElseThrow().model()));
        if (!steps.isEmpty()) {
            turn.say("\n**Load order**\n");
            for (int i = 0; i < steps.size(); i++) {
                turn.say((i + 1) + ". " + Reading.prose(steps.get(i)) + "\n");
            }
        }
    }

    private void deviations() {
        List<JsonNode> deviations = Reading.items(made.path("summary").path("brief_deviations"));
        if (!deviations.isEmpty()) {
            turn.say("\n**Where I depart from common advice**\n");
            deviations.stream()
                    .limit(2)
                    .forEach(d -> turn.say("- Often advised: "
                            + lowered(d.path("advice").asString("")) + ". Done instead: "
                            + lowered(d.path("did_instead").asString("")) + ", because "
                            + lowered(d.path("because").asString("")) + ".\n"));
        }
    }

    private static String lowered(String text) {
        String prose = Reading.prose(text).replaceAll("\\.$", "");
        boolean word =
                prose.length() > 1 && Character.isUpperCase(prose.charAt(0)) && Character.isLowerCase(prose.charAt(1));
        return word ? prose.substring(0, 1).toLowerCase(Locale.ROOT) + prose.substring(1) : prose;
    }

    private void assumptions() {
        List<String> assumptions = Reading.texts(made.path("summary").path("assumptions"));
        if (!assumptions.isEmpty()) {
            turn.say("\nAssumed, so please correct me: "
                    + String.join(
                            "; ",
                            assumptions.stream()
                                    .limit(3)
                                    .map(a -> Reading.prose(a).replaceAll("\\.$", ""))
                                    .toList())
                    + ".\n");
        }
        JsonNode question = made.path("summary").path("questions").path(0);
        if (question.isObject()) {
            turn.say("\nOne thing only you know: "
                    + Reading.sentence(question.path("text").asString("")) + "\n");
        }
    }

    private void nextSteps() {
        List<Choice> steps = new ArrayList<>();
        JsonNode question = made.path("summary").path("questions").path(0);
        for (JsonNode option : question.path("options").values()) {
            if (steps.isEmpty() && !option.path("message").asString("").isBlank()) {
                steps.add(new Choice(
                        option.path("label").asString(""),
                        option.path("message").asString("")));
            }
        }
        List<JsonNode> dimensions = model.ofKind("dimension");
        boolean vault = !model.ofKind("hub").isEmpty();
        if (dimensions.size() == 1 && model.ofKind("fact").isEmpty()) {
            int type = dimensions.getFirst().path("scd_type").asInt(2) == 2 ? 1 : 2;
            steps.add(new Choice("Make it type " + type, "Make it type " + type + " instead"));
        }
        if (!vault) {
            steps.add(new Choice("Data vault of these tables", "Now a data vault for the same tables"));
        }
        steps.add(new Choice("Show the scripts", "Generate the scripts"));
        steps.add(new Choice("Why this design?", "Explain why you designed it this way"));
        List<Choice> three = steps.stream().limit(3).toList();
        turn.bench().offer(three);
        turn.say("\n**Next**\n");
        for (int i = 0; i < three.size(); i++) {
            turn.say((i + 1) + ". " + Reading.prose(three.get(i).message()) + "\n");
        }
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
