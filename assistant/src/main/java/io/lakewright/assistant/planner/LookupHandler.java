package io.lakewright.assistant.planner;

import io.lakewright.assistant.Brain.Verdict;
import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what the schema and the library hold: tables, keys, patterns. */
final class LookupHandler {

    private final PlannerTurn turn;

    LookupHandler(PlannerTurn turn) {
        this.turn = turn;
    }

    Verdict describe(Frame.Describe describe) {
        if (describe.tables().isEmpty()) {
            return tables();
        }
        JsonNode facts = turn.metadata(describe.tables());
        turn.say(new SchemaFacts(turn).text(facts));
        for (JsonNode table : facts.path("tables").values()) {
            List<String> columns = new ArrayList<>();
            for (JsonNode column : table.path("columns").values()) {
                columns.add(Reading.code(column.path("name").asString("")) + " "
                        + Reading.prose(column.path("type").asString("")));
            }
            turn.say("\n" + Reading.code(table.path("name").asString("")) + " has " + columns.size() + " columns: "
                    + String.join(", ", columns) + ".");
            String reason = table.path("modeling_suggestions").path("reason").asString("");
            if (!reason.isBlank()) {
                turn.say(" For a model: "
                        + table.path("modeling_suggestions")
                                .path("type")
                                .asString("")
                                .replace('_', ' ') + ". "
                        + Reading.sentence(reason));
            }
            turn.say("\n");
        }
        return Verdict.answered();
    }

    Verdict keys(Frame.Keys keys) {
        List<String> tables = keys.tables().isEmpty() ? new TableScope(turn).underDiscussion() : keys.tables();
        if (tables.isEmpty()) {
            return turn.ask("Of which table?", new TalkHandler(turn).choices());
        }
        for (String table : tables.subList(0, Math.min(4, tables.size()))) {
            ObjectNode arguments = turn.arguments();
            arguments.put("table_name", table);
            keys(table, turn.require(PlannerTurn.ANALYZER, "suggest_keys", arguments));
        }
        return Verdict.answered();
    }

    private void keys(String table, JsonNode content) {
        String name = Reading.code(turn.shortName(table));
        turn.say("**Keys of " + name + "**\n");
        candidates("Primary key", content.path("primary"));
        candidates("Business key", content.path("business"));
        for (JsonNode foreign : content.path("foreign").values()) {
            turn.say("- Foreign key: " + Reading.codes(Reading.texts(foreign.path("columns"))) + " → "
                    + Reading.code(foreign.path("references").asString("")) + "\n");
        }
        List<String> chosen = Reading.texts(content.path("recommended_business_key"));
        if (!chosen.isEmpty()) {
            turn.say("\nMy advice: know a row of " + name + " by " + Reading.codes(chosen)
                    + "; a hub or a dimension of it would carry that as its business key.\n");
        }
        for (String warning : Reading.texts(content.path("warnings"))) {
            turn.say("\n" + Reading.sentence(warning) + "\n");
        }
        hubless(table);
    }

    // A table that lives under others is often better a link than a hub.
    private void hubless(String table) {
        turn.catalogue().table(table).ifPresent(t -> {
            boolean ownParents = t.primaryKey().size() > 1
                    && t.primaryKey().stream()
                            .anyMatch(k -> t.column(k)
                                    .filter(Catalogue.Column::foreign)
                                    .isPresent());
            if (ownParents) {
                turn.say("\nA row of " + Reading.code(turn.shortName(table)) + " exists only under what "
                        + Reading.codes(t.primaryKey().stream()
                                .filter(k -> t.column(k)
                                        .filter(Catalogue.Column::foreign)
                                        .isPresent())
                                .toList())
                        + " points at. In a vault it can therefore also be a link with the rest of the key as its"
                        + " dependent child key, and no hub of its own.\n");
            }
        });
    }

    private void candidates(String title, JsonNode candidates) {
        for (JsonNode candidate : candidates.values()) {
            turn.say("- " + title + ": " + Reading.codes(Reading.texts(candidate.path("columns"))) + ". "
                    + Reading.sentence(candidate.path("reason").asString("")) + "\n");
        }
    }

    Verdict tables() {
        Map<String, List<String>> byClass = new LinkedHashMap<>();
        for (Catalogue.Table table : turn.catalogue().tables()) {
            String kind = table.candidate().replace("_candidate", "").replace('_', ' ');
            String rows = table.rows() < 0 ? "rows unknown" : Reading.count(table.rows()) + " rows";
            byClass.computeIfAbsent(kind.isBlank() ? "not classed" : kind, k -> new ArrayList<>())
                    .add(Reading.code(turn.shortName(table.id())) + " (" + rows + ")");
        }
        turn.say("This workspace has " + turn.catalogue().tables().size() + " tables and "
                + turn.catalogue().relations().size() + " relationships. By what they could become:\n");
        byClass.forEach((kind, names) -> turn.say("\n**" + kind.substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.substring(1) + "** (" + names.size() + "): "
                + String.join(", ", names.subList(0, Math.min(25, names.size())))
                + (names.size() > 25 ? " and " + (names.size() - 25) + " more" : "") + "\n"));
        turn.bench().offer(new TalkHandler(turn).choices());
        return Verdict.answered();
    }

    Verdict patterns() {
        JsonNode content = turn.require(PlannerTurn.PATTERNS, "list_patterns", Json.object());
        turn.say("These patterns stand in the library:\n");
        for (JsonNode pattern : content.path("patterns").values()) {
            turn.say("- **"
                    + Reading.prose(
                            pattern.path("name").asString(pattern.path("id").asString(""))) + "**: "
                    + Reading.sentence(pattern.path("description").asString("")) + "\n");
        }
        return Verdict.answered();
    }
}
