package io.lakewright.assistant.planner;

import io.lakewright.assistant.Brain.Verdict;
import io.lakewright.assistant.TurnEvent.Choice;
import io.lakewright.core.naming.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Answers questions of modelling with the tables of this workspace. */
final class AdviceHandler {

    private final PlannerTurn turn;

    AdviceHandler(PlannerTurn turn) {
        this.turn = turn;
    }

    Verdict compare() {
        List<String> facts = turn.catalogue().tables().stream()
                .filter(Catalogue.Table::fact)
                .map(t -> turn.shortName(t.id()))
                .toList();
        turn.say("For this workspace (" + turn.catalogue().tables().size() + " tables from one source) "
                + (facts.isEmpty()
                        ? "I see no clear events to measure, so I would begin with dimensions of the main tables.\n"
                        : "I would begin with a **star schema** around "
                                + Reading.codes(facts.subList(0, Math.min(3, facts.size()))) + ".\n"));
        turn.say("\n- **Star schema**: few, wide tables that people and BI tools read directly. Choose it when the"
                + " questions are known and one team owns the model.\n"
                + "- **Data Vault**: hubs, links and satellites that keep every delivery as it came. Choose it when"
                + " several sources deliver the same things, when auditors ask what was known when, or when sources"
                + " change often. It is loaded in parallel and insert only, and needs a star on top for reporting.\n"
                + "- **Both**: the vault as the integration layer and stars on top of it, once there are several"
                + " sources.\n"
                + "\nWith a single source the vault costs more tables than it earns, unless the full history of"
                + " deliveries is what you are after.");
        List<Choice> choices = new ArrayList<>(new TalkHandler(turn).choices());
        turn.bench().offer(choices);
        return Verdict.answered();
    }

    Verdict headerDetail(Frame.HeaderDetail asked) {
        List<JsonNode> pairs = factPairs();
        Optional<JsonNode> pair = meant(pairs, asked);
        if (pair.isEmpty()) {
            turn.say("I see no header and detail pair in this schema. As a rule: one fact at the finest grain, and"
                    + " amounts that belong to the whole document are allocated to its lines or kept in a fact of their"
                    + " own, so that nothing is counted twice.");
            return Verdict.answered();
        }
        String header = pair.get().path("header").asString("");
        String detail = pair.get().path("detail").asString("");
        mergeAtDetail(turn.shortName(header), turn.shortName(detail), amounts(header));
        if (asked.tables().isEmpty()) {
            otherPairs(pairs, header);
        }
        turn.bench()
                .offer(List.of(new Choice(
                        "Star schema for " + turn.shortName(detail), "Design a star schema for the table " + detail)));
        return Verdict.answered();
    }

    /** Pairs whose detail holds events, those with the most connected header first. */
    private List<JsonNode> factPairs() {
        return new TableScope(turn)
                .headerDetail().stream()
                        .filter(p -> turn.catalogue()
                                .table(p.path("detail").asString(""))
                                .filter(Catalogue.Table::fact)
                                .isPresent())
                        .sorted(Comparator.comparingInt((JsonNode p) -> turn.catalogue()
                                        .parents(p.path("header").asString(""))
                                        .size())
                                .reversed())
                        .toList();
    }

    /** The pair of the tables asked for, else one whose words stand in the message, else the first. */
    private Optional<JsonNode> meant(List<JsonNode> pairs, Frame.HeaderDetail asked) {
        Optional<JsonNode> named = pairs.stream()
                .filter(p -> asked.tables().stream()
                        .anyMatch(t -> ModelReader.same(p.path("header").asString(""), t)
                                || ModelReader.same(p.path("detail").asString(""), t)))
                .findFirst();
        String message = turn.message().toLowerCase(Locale.ROOT);
        return named.or(() -> pairs.stream()
                        .filter(p -> words(p).stream().anyMatch(message::contains))
                        .findFirst())
                .or(() -> pairs.stream().findFirst());
    }

    private void mergeAtDetail(String header, String detail, List<String> amounts) {
        turn.say("**One fact at the grain of " + Reading.code(detail) + "**, with the keys and dates of "
                + Reading.code(header) + " brought down to each line and the document number kept as a"
                + " degenerate dimension.\n\n");
        turn.say("The amounts of the header do not belong to a line. Copied onto each line they would be **counted"
                + " twice** or more as soon as a document has several lines"
                + (amounts.isEmpty() ? "" : " (here: " + Reading.codes(amounts) + ")")
                + ". There are two sound ways:\n"
                + "1. Allocate them to the lines by a rule that the business agrees to, for instance by line amount.\n"
                + "2. Keep a second fact at the grain of " + Reading.code(header)
                + ", and drill across on the shared dimensions.\n\n"
                + "I would take the second until the rule for the first is agreed, because it invents nothing.");
    }

    private void otherPairs(List<JsonNode> pairs, String header) {
        List<String> others = pairs.stream()
                .filter(p -> !p.path("header").asString("").equals(header))
                .map(p -> Reading.code(turn.shortName(p.path("header").asString(""))) + " with "
                        + Reading.code(turn.shortName(p.path("detail").asString(""))))
                .limit(3)
                .toList();
        if (!others.isEmpty()) {
            turn.say("\n\nThe same holds here for " + Reading.listed(others) + ".");
        }
    }

    private static List<String> words(JsonNode pair) {
        List<String> words = new ArrayList<>();
        for (String side : List.of("header", "detail")) {
            String name = pair.path(side).asString("");
            Names.words(name.substring(name.lastIndexOf('.') + 1)).stream()
                    .filter(w -> w.length() > 3)
                    .forEach(words::add);
        }
        return words;
    }

    private List<String> amounts(String header) {
        return turn.catalogue().table(header).stream()
                .flatMap(t -> t.columns().stream())
                .filter(c -> !c.primary() && !c.foreign())
                .filter(c -> c.type().matches("(?i)(numeric|decimal|money|double|real|float).*"))
                .map(Catalogue.Column::name)
                .toList();
    }

    Verdict manyToMany(Frame.ManyToMany many) {
        List<String> between = turn.catalogue().tables().stream()
                .filter(t -> turn.catalogue().parents(t.id()).size() >= 2)
                .filter(t -> t.candidate().startsWith("bridge") || junction(t))
                .filter(t -> many.tables().isEmpty()
                        || turn.catalogue().parents(t.id()).stream().anyMatch(many.tables()::contains)
                        || many.tables().contains(t.id()))
                .map(Catalogue.Table::id)
                .toList();
        turn.say(
                "A relation of many to many never goes into the fact itself: the fact would be multiplied and its grain"
                        + " lost. It becomes a **bridge** between the dimension and the group of things that belong to it; the"
                        + " grain of the fact stays as it is. Where sums over the bridge must add up, each row carries a weight"
                        + " and the weights of one group add up to 1.");
        for (String id : between.subList(0, Math.min(3, between.size()))) {
            turn.say("\n\nIn this schema " + Reading.code(turn.shortName(id)) + " connects "
                    + Reading.codes(turn.shortNames(turn.catalogue().parents(id)))
                    + ", so the bridge has one row for each of its rows.");
        }
        turn.say(
                "\n\nI do not build bridges yet, so the design does not contain one; a Data Vault of these tables holds"
                        + " the relation as a link.");
        if (!between.isEmpty()) {
            List<String> tables = new ArrayList<>(List.of(between.getFirst()));
            tables.addAll(turn.catalogue().parents(between.getFirst()));
            turn.bench()
                    .offer(List.of(new Choice(
                            "Data vault with the link",
                            "Design a data vault for the tables " + String.join(" and ", tables))));
        }
        return Verdict.answered();
    }

    private static boolean junction(Catalogue.Table table) {
        return table.primaryKey().size() > 1
                && table.primaryKey().stream()
                        .allMatch(k -> table.column(k)
                                .filter(Catalogue.Column::foreign)
                                .isPresent());
    }
}
