package io.lakewright.assistant.planner;

import io.lakewright.assistant.TurnEvent.Choice;
import io.lakewright.assistant.planner.EditPlanner.Planned;
import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the columns that words mean: in the model to drop or rename, in the source tables to add. */
final class ColumnChoice {

    /** A column of the model. */
    private record Placed(String table, String column) {}

    /** A column of the source that could be carried. */
    private record Offered(String table, String column, String target) {}

    private static final Pattern CLUSTER = Pattern.compile("\\b(?:by|on)\\b (.+)$");

    private final PlannerTurn turn;
    private final ModelReader model;
    private final ColumnLinker linker;

    ColumnChoice(PlannerTurn turn, ModelReader model) {
        this.turn = turn;
        this.model = model;
        this.linker = new ColumnLinker(turn.lexicon());
    }

    Planned drop(String words, List<String> targets) {
        return placed(
                words,
                targets,
                "drop",
                found -> Planned.of(
                        List.of(EditPlanner.edit("drop_column", found.table()).put("column", found.column()))));
    }

    Planned rename(String words, String name) {
        return placed(
                words,
                List.of(),
                "rename",
                found -> Planned.of(List.of(EditPlanner.edit("rename_column", found.table())
                        .put("column", found.column())
                        .put("name", name))));
    }

    private Planned placed(String words, List<String> targets, String verb, Function<Placed, Planned> edit) {
        List<Placed> all = new ArrayList<>();
        for (JsonNode table : model.tables()) {
            if (targets.isEmpty() || targets.contains(ModelReader.name(table))) {
                ModelReader.columns(table)
                        .forEach(c -> all.add(new Placed(ModelReader.name(table), ModelReader.name(c))));
            }
        }
        List<Placed> found =
                linker.link(words, all, Placed::column, p -> p.table().replaceFirst("^[a-z]+_", ""));
        List<Placed> focused = found.stream()
                .filter(p -> p.table().equals(turn.focus().orElse("")))
                .toList();
        List<Placed> best = found.size() > 1 && focused.size() == 1 ? focused : found;
        if (best.size() == 1) {
            return edit.apply(best.getFirst());
        }
        if (best.isEmpty()) {
            return missing(words, all.stream().map(Placed::column).toList());
        }
        return Planned.ask(
                Reading.code(words) + " fits several columns. Which one shall I " + verb + "?",
                best.stream()
                        .map(p -> new Choice(
                                p.table() + "." + p.column(),
                                verb.equals("drop")
                                        ? "Drop the column " + p.column() + " from " + p.table()
                                        : turn.replaced(words, p.column())))
                        .toList());
    }

    private Planned missing(String words, List<String> names) {
        ColumnNames near = new ColumnNames(names);
        List<String> nearest = near.nearest(words);
        return Planned.note("The design has no column " + Reading.code(words) + ", so nothing was changed."
                + (nearest.isEmpty() ? "" : " Near it are " + Reading.codes(nearest) + "."));
    }

    Planned add(String words, List<String> targets) {
        List<Offered> near = offered(targets, false);
        List<Offered> found = link(words, near);
        if (found.isEmpty()) {
            found = link(words, offered(targets, true));
        }
        List<Offered> fresh = found.stream().filter(o -> !carried(o)).toList();
        if (fresh.isEmpty() && !found.isEmpty()) {
            Offered known = found.getFirst();
            return Planned.note(Reading.code(known.column()) + " of " + Reading.code(turn.shortName(known.table()))
                    + " is in " + Reading.code(known.target()) + " already.");
        }
        if (fresh.size() == 1) {
            return Planned.of(List.of(carry(fresh.getFirst())));
        }
        if (fresh.isEmpty()) {
            List<String> names = offered(targets, true).stream()
                    .filter(o -> !carried(o))
                    .map(Offered::column)
                    .distinct()
                    .toList();
            List<String> nearest = new ColumnNames(names).nearest(words);
            return Planned.note("I found no column " + Reading.code(words)
                    + " in the source tables of this design or in the tables they point at, so nothing was changed."
                    + (nearest.isEmpty() ? "" : " Near it are " + Reading.codes(nearest) + "."));
        }
        return Planned.ask(
                Reading.code(words) + " fits several source columns. Which one shall I add?",
                fresh.stream()
                        .map(o -> new Choice(
                                turn.shortName(o.table()) + "." + o.column(),
                                "Add " + o.table() + "." + o.column() + " to " + o.target()))
                        .toList());
    }

    private List<Offered> link(String words, List<Offered> offered) {
        for (String token : words.split(" ")) {
            int dot = token.lastIndexOf('.');
            if (dot > 0) {
                String table = token.substring(0, dot);
                String column = token.substring(dot + 1);
                List<Offered> exact = offered.stream()
                        .filter(o ->
                                ModelReader.same(o.table(), table) && o.column().equalsIgnoreCase(column))
                        .toList();
                if (!exact.isEmpty()) {
                    return exact;
                }
            }
        }
        return linker.link(words, offered, Offered::column, o -> turn.shortName(o.table()));
    }

    private static ObjectNode carry(Offered offered) {
        return EditPlanner.edit("add_column", offered.target())
                .put("source_table", offered.table())
                .put("source_column", offered.column());
    }

    private boolean carried(Offered offered) {
        return model.table(offered.target()).stream()
                .flatMap(t -> ModelReader.columns(t).stream())
                .map(c -> c.path("source"))
                .anyMatch(s -> s.path("column").asString("").equalsIgnoreCase(offered.column())
                        && ModelReader.same(s.path("table").asString(""), offered.table()));
    }

    // One step along the arrows, because what a source table points at can be joined without multiplying rows.
    private List<Offered> offered(List<String> targets, boolean oneStep) {
        Set<Offered> offered = new LinkedHashSet<>();
        for (JsonNode table : carriers(targets)) {
            for (String source : Reading.texts(table.path("sources"))) {
                Optional<Catalogue.Table> found = turn.catalogue().table(source);
                found.ifPresent(t ->
                        t.columns().forEach(c -> offered.add(new Offered(t.id(), c.name(), ModelReader.name(table)))));
                if (oneStep && found.isPresent()) {
                    turn.catalogue().parents(found.get().id()).stream()
                            .flatMap(p -> turn.catalogue().table(p).stream())
                            .forEach(p -> p.columns()
                                    .forEach(c -> offered.add(new Offered(p.id(), c.name(), ModelReader.name(table)))));
                }
            }
        }
        return List.copyOf(offered);
    }

    private List<JsonNode> carriers(List<String> targets) {
        Set<String> kinds = Set.of("dimension", "fact", "satellite");
        List<JsonNode> all = model.tables().stream()
                .filter(t -> kinds.contains(ModelReader.kind(t)))
                .toList();
        List<JsonNode> named =
                all.stream().filter(t -> targets.contains(ModelReader.name(t))).toList();
        return named.isEmpty() ? all : named;
    }

    Planned cluster(String clause, List<String> targets) {
        String table = targets.isEmpty() ? turn.focus().orElse(model.names().getFirst()) : targets.getFirst();
        Matcher matcher = CLUSTER.matcher(clause);
        ObjectNode edit = EditPlanner.edit("set_clustering", table);
        ArrayNode columns = Json.array();
        if (matcher.find()) {
            for (String words : matcher.group(1).split("\\band\\b|,")) {
                List<String> names = model.table(table).stream()
                        .flatMap(t -> ModelReader.columns(t).stream())
                        .map(ModelReader::name)
                        .toList();
                List<String> found = linker.link(words.strip(), names, n -> n, n -> "");
                if (found.size() != 1) {
                    return missing(words.strip(), names);
                }
                columns.add(found.getFirst());
            }
        }
        edit.set("columns", columns);
        edit.put("automatic", columns.isEmpty());
        return Planned.of(List.of(edit));
    }
}
