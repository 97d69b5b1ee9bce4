package io.lakewright.assistant.planner;

import io.lakewright.assistant.Brain.Verdict;
import io.lakewright.assistant.TurnEvent.Choice;
import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes new models: chooses the tables, says what was found, calls the generator, explains the result. */
final class DesignHandler {

    private static final int NARROW = 12;

    private final PlannerTurn turn;
    private final TableScope scope;

    DesignHandler(PlannerTurn turn) {
        this.turn = turn;
        this.scope = new TableScope(turn);
    }

    Verdict dimension(Frame.CreateDimension create) {
        List<String> tables = scope.plain(create.tables());
        if (tables.isEmpty()) {
            return which("Which table is the dimension about?", "Create a dimension from the table ", false);
        }
        int type = create.scdType().filter(t -> t <= 2).orElse(2);
        String words = type == 2
                ? "a type 2 slowly changing dimension, so that every change is kept"
                : type == 1
                        ? "a type 1 dimension, in which changes overwrite"
                        : "a type 0 dimension, which never changes";
        opening("I'll build " + words + ", from " + Reading.codes(turn.shortNames(tables)) + ".", tables);
        create.scdType()
                .filter(t -> t > 2)
                .ifPresent(t -> turn.say("\nType " + t + " is not built yet, so I use type 2, which keeps at least as"
                        + " much history.\n"));
        pattern("slowly_changing_dimension");
        ObjectNode arguments = scope.sourceTables(tables);
        arguments.put("kind", "dimension").put("scd_type", type);
        create.name().ifPresent(name -> arguments.put("name", name));
        return made(
                "generate_dimensional_model",
                arguments,
                create.scdType().isEmpty() ? "type 2, because you did not say" : "");
    }

    Verdict fact(Frame.CreateFact create) {
        return star(new Frame.CreateStar(create.tables(), create.process(), Optional.empty()));
    }

    Verdict star(Frame.CreateStar create) {
        List<String> named = new ArrayList<>(create.tables().named());
        named.removeAll(create.tables().except());
        if (!create.process().isEmpty() && named.stream().noneMatch(this::isFact)) {
            List<String> facts = scope.factsOf(create.process());
            if (!facts.isEmpty()) {
                return event(facts, named, create);
            }
            if (named.isEmpty() && !create.tables().all()) {
                return noProcess(String.join(" ", create.process()));
            }
        }
        if (!named.isEmpty()) {
            List<String> facts = named.stream().filter(this::isFact).toList();
            return event(facts.isEmpty() ? coverage(named) : facts, named, create);
        }
        List<String> tables = scope.plain(create.tables());
        if (tables.isEmpty()) {
            return which(
                    "Which business process shall the star be about?", "Design a star schema for the table ", true);
        }
        if (tables.stream().noneMatch(this::isFact)) {
            List<String> events = pointingAt(tables);
            if (!events.isEmpty()) {
                return event(events, tables, create);
            }
        }
        return star(tables, List.of(), create, "");
    }

    // A table that only ties others together, named alone, is what is counted: a fact without measures.
    private List<String> coverage(List<String> named) {
        return named.size() == 1
                ? named.stream()
                        .filter(t -> turn.catalogue()
                                .table(t)
                                .filter(table -> table.candidate().startsWith("bridge"))
                                .isPresent())
                        .toList()
                : List.of();
    }

    private List<String> pointingAt(List<String> tables) {
        return turn.catalogue().relations().stream()
                .filter(r -> tables.contains(r.to()) && isFact(r.from()))
                .map(Catalogue.Relation::from)
                .distinct()
                .toList();
    }

    // One table and nothing else named: all that its events point at belongs to their star.
    private Verdict event(List<String> facts, List<String> named, Frame.CreateStar create) {
        List<String> events = facts.isEmpty() ? pointingAt(named) : facts;
        List<String> finest = scope.finest(events);
        List<String> others = named.stream()
                .filter(t -> !events.contains(t) && !finest.contains(t))
                .toList();
        List<String> around = new ArrayList<>(
                others.isEmpty() || onlyProcess(named, create.process())
                        ? scope.around(finest)
                        : scope.connected(joined(named, events, finest), finest));
        around.removeAll(create.tables().except());
        return star(around, finest, create, linesOf(events, finest));
    }

    /** Whether the one table that was named is the process itself, not something to look at it by. */
    private boolean onlyProcess(List<String> named, List<String> process) {
        return named.size() == 1
                && turn.catalogue()
                        .table(named.getFirst())
                        .filter(t -> process.isEmpty()
                                || process.stream()
                                        .flatMap(word -> NameForms.of(List.of(word)).stream())
                                        .anyMatch(t.forms()::contains))
                        .isPresent();
    }

    /** Why lines stand where their documents were asked for; empty when they do not. */
    private String linesOf(List<String> asked, List<String> finest) {
        List<String> documents = asked.stream().filter(t -> !finest.contains(t)).toList();
        List<String> unnamed = finest.stream().filter(t -> !asked.contains(t)).toList();
        List<String> lines = unnamed.isEmpty() ? finest : unnamed;
        return documents.isEmpty()
                ? ""
                : " The lines of " + Reading.codes(turn.shortNames(documents)) + " stand in "
                        + Reading.codes(turn.shortNames(lines)) + ", and the finest grain answers the most questions.";
    }

    private static List<String> joined(List<String> named, List<String> events, List<String> finest) {
        List<String> all = new ArrayList<>(named);
        all.addAll(events);
        all.addAll(finest);
        return all.stream().distinct().toList();
    }

    private boolean isFact(String id) {
        return turn.catalogue().table(id).filter(Catalogue.Table::fact).isPresent();
    }

    private Verdict star(List<String> tables, List<String> facts, Frame.CreateStar create, String because) {
        opening(
                facts.isEmpty()
                        ? "I'll design a star schema over " + scopeWords(tables) + "."
                        : "I'll design a star schema with "
                                + Reading.codes(turn.shortNames(facts)) + " as the "
                                + (facts.size() == 1 ? "event to be measured." : "events to be measured.") + because,
                tables);
        pattern("kimball_fact");
        ObjectNode arguments = scope.sourceTables(tables);
        arguments.put("kind", "star");
        if (!facts.isEmpty()) {
            arguments.set("facts", Json.tree(facts));
        }
        create.scdType().filter(t -> t <= 2).ifPresent(t -> arguments.put("scd_type", t));
        return made("generate_dimensional_model", arguments, "");
    }

    Verdict vault(Frame.CreateVault create) {
        List<String> tables = scope.plain(create.tables());
        if (tables.isEmpty()) {
            return which("Which tables shall the vault hold?", "Design a data vault for the table ", true);
        }
        opening("I'll design a raw Data Vault 2.0 for " + scopeWords(tables) + ".", tables);
        pattern("data_vault");
        ObjectNode arguments = scope.sourceTables(tables);
        if (!create.tables().except().isEmpty()) {
            arguments.set("leave_out", Json.tree(create.tables().except()));
        }
        return made("generate_data_vault_model", arguments, "");
    }

    private String scopeWords(List<String> tables) {
        return tables.size() <= NARROW ? Reading.codes(turn.shortNames(tables)) : "all " + tables.size() + " tables";
    }

    private void pattern(String type) {
        ObjectNode arguments = Json.object();
        arguments.put("pattern_type", type).put("optimization", "databricks");
        turn.call(PlannerTurn.PATTERNS, "get_pattern", arguments);
    }

    /** Says at once what the schema holds: rows, keys and relationships, from the tool's answer. */
    private void opening(String intention, List<String> tables) {
        JsonNode facts = turn.metadata(tables);
        turn.say(intention + "\n\n" + new SchemaFacts(turn).text(facts));
    }

    private Verdict made(String tool, ObjectNode arguments, String defaulted) {
        JsonNode content = turn.require(PlannerTurn.GENERATOR, tool, arguments);
        Optional<ModelReader> model = turn.model();
        if (!content.path("model").isObject() || model.isEmpty()) {
            return undecided(content);
        }
        ScriptHandler.estimate(turn)
                .ifPresentOrElse(
                        estimate -> new DesignAnswer(turn, content).say(Optional.of(estimate), defaulted),
                        () -> new DesignAnswer(turn, content).say(Optional.empty(), defaulted));
        return Verdict.answered();
    }

    private Verdict undecided(JsonNode content) {
        JsonNode question = content.path("summary").path("questions").path(0);
        List<Choice> choices = new ArrayList<>();
        for (JsonNode option : question.path("options").values()) {
            choices.add(new Choice(
                    option.path("label").asString(""), option.path("message").asString("")));
        }
        return turn.ask(
                "\n" + Reading.sentence(question.path("text").asString("Which tables shall the model be about?")),
                choices);
    }

    private Verdict noProcess(String words) {
        List<Choice> choices = starts("Design a star schema for the table ", true);
        String text = "I found no table in this workspace that records " + Reading.code(words) + ".";
        return choices.isEmpty()
                ? turn.unknown(words)
                : turn.ask(text + " These are the events that I see. Which one is meant?", choices);
    }

    private Verdict which(String text, String message, boolean facts) {
        return turn.ask(text, starts(message, facts));
    }

    private List<Choice> starts(String message, boolean facts) {
        // What many events point at and what says much about itself is what people analyse by.
        Comparator<Catalogue.Table> byUse = Comparator.comparingInt((Catalogue.Table t) ->
                        pointingAt(List.of(t.id())).size() * t.columns().size())
                .thenComparingInt(t -> turn.catalogue().children(t.id()))
                .thenComparingLong(Catalogue.Table::rows)
                .reversed();
        List<Choice> choices = turn.catalogue().tables().stream()
                .filter(t -> t.fact() == facts && !t.candidate().startsWith("bridge"))
                .sorted(facts ? turn.catalogue().eventful() : byUse)
                .limit(3)
                .map(t -> new Choice(turn.shortName(t.id()), message + t.id()))
                .toList();
        return choices.isEmpty() && facts ? starts(message, false) : choices;
    }
}
