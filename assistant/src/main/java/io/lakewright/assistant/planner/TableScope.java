package io.lakewright.assistant.planner;

import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which source tables a design is about: what was named, what lies between, what an event points at. */
final class TableScope {

    private static final int REACH = 3;
    private static final int LARGEST_STAR = 40;

    private final PlannerTurn turn;
    private final Catalogue catalogue;

    TableScope(PlannerTurn turn) {
        this.turn = turn;
        this.catalogue = turn.catalogue();
    }

    /** The tables of a dimension or a vault; empty when none was named and none is under discussion. */
    List<String> plain(Frame.Tables tables) {
        Set<String> chosen = new LinkedHashSet<>();
        if (tables.all()) {
            catalogue.tables().forEach(t -> chosen.add(t.id()));
        }
        chosen.addAll(tables.named());
        if (chosen.isEmpty() && !turn.context().selectedTables().isEmpty()) {
            turn.context().selectedTables().forEach(s -> catalogue.table(s).ifPresent(t -> chosen.add(t.id())));
        }
        if (chosen.isEmpty()) {
            chosen.addAll(underDiscussion());
        }
        chosen.removeAll(tables.except());
        return List.copyOf(chosen);
    }

    /** The source tables of the model under discussion. */
    List<String> underDiscussion() {
        return turn.model().stream()
                .flatMap(m -> m.sources().stream())
                .flatMap(s -> catalogue.table(s).stream())
                .map(Catalogue.Table::id)
                .distinct()
                .toList();
    }

    /** Tables whose names speak of the process, facts first. */
    List<String> factsOf(List<String> process) {
        Set<String> events = new LinkedHashSet<>();
        for (String word : process) {
            turn.lexicon().process(word).forEach(e -> events.addAll(NameForms.of(List.of(e))));
            events.addAll(NameForms.of(List.of(word)));
        }
        List<Catalogue.Table> facts = catalogue.tables().stream()
                .filter(Catalogue.Table::fact)
                .filter(t -> t.forms().stream().anyMatch(f -> events.stream().anyMatch(f::contains)))
                .toList();
        if (!facts.isEmpty()) {
            return process(facts, process);
        }
        return searched(process);
    }

    // Many tables may speak of sales; those whose names hold the asked word itself come before those of its synonyms.
    private List<String> process(List<Catalogue.Table> facts, List<String> process) {
        Set<String> asked = new LinkedHashSet<>();
        process.forEach(word -> asked.addAll(NameForms.of(List.of(word))));
        List<Catalogue.Table> literal = facts.stream()
                .filter(t -> t.forms().stream().anyMatch(f -> asked.stream().anyMatch(f::contains))
                        || asked.contains(NameForms.singular(t.schema())))
                .toList();
        return (literal.isEmpty() ? facts : literal)
                .stream()
                        .sorted(Comparator.comparingLong(Catalogue.Table::rows).reversed())
                        .map(Catalogue.Table::id)
                        .toList();
    }

    private List<String> searched(List<String> process) {
        ObjectNode arguments = turn.arguments();
        arguments.put("query", String.join(" ", process)).put("limit", 10);
        JsonNode found =
                turn.call(PlannerTurn.ANALYZER, "search_tables", arguments).content();
        List<String> facts = new ArrayList<>();
        for (JsonNode hit : found.path("tables").values()) {
            catalogue
                    .table(hit.path("qualified_name").asString(""))
                    .filter(Catalogue.Table::fact)
                    .ifPresent(t -> facts.add(t.id()));
        }
        return List.copyOf(facts);
    }

    /** Pairs of a header and its detail among those tables or beside them. */
    List<JsonNode> headerDetail() {
        JsonNode found = turn.call(PlannerTurn.ANALYZER, "detect_modeling_patterns", turn.arguments())
                .content();
        return Reading.items(found.path("header_detail"));
    }

    /** The facts with header tables replaced by their details, so that each stands at its finest grain. */
    List<String> finest(List<String> facts) {
        Set<String> finest = new LinkedHashSet<>();
        List<JsonNode> pairs = facts.isEmpty() ? List.of() : headerDetail();
        for (String fact : facts) {
            List<String> details = pairs.stream()
                    .filter(p -> ModelReader.same(p.path("header").asString(""), fact))
                    .flatMap(p -> catalogue.table(p.path("detail").asString("")).stream())
                    .filter(Catalogue.Table::fact)
                    .map(Catalogue.Table::id)
                    .toList();
            if (details.isEmpty()) {
                finest.add(fact);
            } else {
                finest.addAll(details);
            }
        }
        return List.copyOf(finest);
    }

    /** Facts and all that they point at within a few steps. */
    List<String> around(List<String> facts) {
        Set<String> all = new LinkedHashSet<>();
        for (int steps = REACH; steps >= 1; steps--) {
            all.clear();
            for (String fact : facts) {
                all.addAll(catalogue.withParents(fact, steps));
            }
            if (all.size() <= LARGEST_STAR) {
                break;
            }
        }
        return List.copyOf(all);
    }

    /** The named tables with those that lie between a fact and the others. */
    List<String> connected(List<String> named, List<String> facts) {
        Set<String> all = new LinkedHashSet<>(named);
        for (String fact : facts) {
            named.forEach(other -> all.addAll(catalogue.path(fact, other)));
        }
        return List.copyOf(all);
    }

    ObjectNode sourceTables(List<String> tables) {
        ObjectNode arguments = turn.arguments();
        arguments.set("source_tables", Json.tree(tables));
        return arguments;
    }
}
