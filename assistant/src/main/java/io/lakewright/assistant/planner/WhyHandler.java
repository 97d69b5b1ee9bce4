package io.lakewright.assistant.planner;

import io.lakewright.assistant.Brain.Verdict;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Answers "why" from what was decided and from how tables were classed, never from imagination. */
final class WhyHandler {

    private static final Pattern LAYOUT =
            Pattern.compile("\\b(partition\\w*|cluster\\w*|z ?order\\w*|optimi[sz]e\\w*)\\b");

    private final PlannerTurn turn;

    WhyHandler(PlannerTurn turn) {
        this.turn = turn;
    }

    Verdict why(Frame.Why why) {
        Optional<String> classed = why.sources().stream()
                .filter(id -> aboutClass(why.words().text()))
                .findFirst();
        if (classed.isPresent()) {
            classification(classed.get());
            return Verdict.answered();
        }
        if (turn.model().isEmpty()) {
            if (!why.sources().isEmpty()) {
                why.sources().forEach(this::classification);
            } else {
                turn.say("There is no design yet whose reasons I could give. Tell me which tables you want to model,"
                        + " and every choice will come with its reason.");
            }
            return Verdict.answered();
        }
        List<JsonNode> fitting = fitting(why, turn.model().get());
        if (fitting.isEmpty() && LAYOUT.matcher(why.words().text()).find()) {
            return new OptimizeHandler(turn).optimize(new Frame.Optimize(why.sources(), why.targets(), why.words()));
        }
        if (fitting.isEmpty()) {
            why.sources().forEach(this::classification);
            if (why.sources().isEmpty()) {
                turn.say(
                        "No decision of this design is recorded about that. Ask me about the type of a dimension, a key,"
                                + " the grain, the joins or the physical layout.");
            }
            return Verdict.answered();
        }
        turn.say("From the decisions of this design:\n");
        fitting.forEach(decision -> turn.say("\n" + text(decision)));
        return Verdict.answered();
    }

    private static boolean aboutClass(String text) {
        return text.matches(
                ".*\\b(fact|facts|dimension|dim|hub|link|bridge|left out|missing|not (in|part)|exclude\\w*)\\b.*");
    }

    private void classification(String id) {
        turn.catalogue().table(id).ifPresent(table -> {
            String name = Reading.code(turn.shortName(id));
            String type = table.candidate().replace("_candidate", "").replace('_', ' ');
            turn.say("I read " + name + " as a **" + (type.isBlank() ? "table of no clear class" : type) + "**");
            turn.say(table.reason().isBlank() ? ". " : ": " + Reading.sentence(lower(table.reason())) + " ");
            List<String> children = turn.catalogue().relations().stream()
                    .filter(r -> r.to().equals(id))
                    .map(r -> turn.shortName(r.from()))
                    .distinct()
                    .toList();
            if (!table.fact() && !children.isEmpty()) {
                turn.say(Reading.codes(children) + (children.size() == 1 ? " points" : " point")
                        + " at it, so it says who or what an event is about rather than being the event. ");
            }
            excluded(id)
                    .ifPresent(
                            because -> turn.say("The design leaves it out: " + Reading.sentence(lower(because)) + " "));
        });
    }

    private Optional<String> excluded(String id) {
        return turn.model().stream()
                .flatMap(m -> m.excluded().stream())
                .filter(e -> ModelReader.same(e.path("table").asString(""), id))
                .map(e -> e.path("because").asString(""))
                .findFirst();
    }

    private List<JsonNode> fitting(Frame.Why why, ModelReader model) {
        Optional<String> table = why.targets().stream().findFirst();
        List<JsonNode> decisions = model.decisions(table);
        Set<String> asked = new LinkedHashSet<>();
        for (String token : why.words().tokens()) {
            boolean telling = token.matches("[0-7]")
                    || !turn.lexicon().plain(token)
                    || Set.of(
                                    "type",
                                    "key",
                                    "grain",
                                    "partition",
                                    "cluster",
                                    "clustered",
                                    "hash",
                                    "history",
                                    "surrogate",
                                    "natural",
                                    "satellite",
                                    "hub",
                                    "link",
                                    "identity")
                            .contains(token);
            if (telling && token.length() > 0) {
                asked.add(NameForms.singular(token));
            }
        }
        record Rated(JsonNode decision, long hits) {}
        List<Rated> rated = decisions.stream()
                .map(d -> new Rated(d, hits(d, asked)))
                .sorted(Comparator.comparingLong(Rated::hits).reversed())
                .toList();
        boolean specific = !rated.isEmpty() && rated.getFirst().hits() > 0;
        long enough = specific ? rated.getFirst().hits() : 0;
        boolean general = asked.isEmpty() || table.isPresent();
        return rated.stream()
                .filter(r -> specific ? r.hits() >= Math.max(1, enough) : general)
                .map(Rated::decision)
                .limit(specific ? 3 : 5)
                .toList();
    }

    private static long hits(JsonNode decision, Set<String> asked) {
        String text = (decision.path("choice").asString("") + " "
                        + decision.path("because").asString("") + " "
                        + decision.path("rule").asString(""))
                .toLowerCase(Locale.ROOT);
        return asked.stream().filter(text::contains).count();
    }

    /** One decision as a list item: the choice, the reason, the facts, the alternatives, the rule. */
    static String text(JsonNode decision) {
        StringBuilder text = new StringBuilder("- **");
        text.append(Reading.prose(decision.path("choice").asString("")).replaceAll("\\.$", ""))
                .append("**: ")
                .append(Reading.sentence(lower(decision.path("because").asString(""))));
        List<String> evidence = Reading.texts(decision.path("evidence"));
        if (!evidence.isEmpty()) {
            text.append(" Seen here: ")
                    .append(String.join(
                            "; ",
                            evidence.stream()
                                    .map(e -> Reading.prose(e).replaceAll("\\.$", ""))
                                    .toList()))
                    .append('.');
        }
        List<String> alternatives = Reading.texts(decision.path("alternatives"));
        if (!alternatives.isEmpty()) {
            text.append(" Otherwise possible: ")
                    .append(Reading.prose(String.join("; ", alternatives)).replaceAll("\\.$", ""))
                    .append('.');
        }
        String rule = decision.path("rule").asString("");
        return rule.isBlank()
                ? text.toString()
                : text.append(" (").append(Reading.prose(rule)).append(')').toString();
    }

    private static String lower(String text) {
        boolean word =
                text.length() > 1 && Character.isUpperCase(text.charAt(0)) && Character.isLowerCase(text.charAt(1));
        return word ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }
}
