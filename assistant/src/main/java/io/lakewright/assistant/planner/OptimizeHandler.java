package io.lakewright.assistant.planner;

import io.lakewright.assistant.Brain.Verdict;
import io.lakewright.assistant.tools.ToolReply;
import io.lakewright.core.document.Json;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers questions about clustering, partitioning and Delta features with what the optimizer says. */
final class OptimizeHandler {

    private static final Pattern VOLUME = Pattern.compile(
            "\\b(\\d+(?:\\.\\d+)?) ?(k|m|mio|million|thousand|bn|billion)?\\b (?=[^.]*\\b(rows?|lines?|orders?|records?|day|daily|events?)\\b)");

    private final PlannerTurn turn;

    OptimizeHandler(PlannerTurn turn) {
        this.turn = turn;
    }

    Verdict optimize(Frame.Optimize optimize) {
        String text = optimize.words().text();
        String table = optimize.targets().stream()
                .findFirst()
                .or(() -> optimize.sources().stream().findFirst())
                .or(() -> turn.focus()
                        .filter(f -> turn.model().flatMap(m -> m.table(f)).isPresent()))
                .or(this::largest)
                .orElse("");
        if (table.isEmpty()) {
            turn.say("There is no table yet that the advice could be about.");
            return Verdict.answered();
        }
        Optional<Double> volume = volume(text);
        boolean partition = text.contains("partition");
        boolean feature =
                text.matches(".*\\b(deletion vectors?|change data feed|cdf|vacuum|auto loader|row tracking)\\b.*");
        ToolReply reply = partition
                ? partitioning(table, volume)
                : feature ? features(table, text) : clustering(table, volume, text);
        JsonNode content = reply.orThrow();
        turn.say("For " + Reading.code(turn.shortName(table)) + rows(table, volume) + ":\n\n");
        String explanation = content.path("explanation").asString("");
        if (!explanation.isBlank()) {
            turn.say(Reading.sentence(explanation) + "\n");
        }
        Set<String> lines = new LinkedHashSet<>();
        for (JsonNode finding : content.path("findings").values()) {
            String message = finding.path("message").asString("");
            if (!message.isBlank() && !explanation.contains(message)) {
                lines.add("- " + Reading.sentence(message) + rule(finding));
            }
        }
        lines.stream().limit(4).forEach(line -> turn.say("\n" + line));
        List<String> sql = Reading.texts(content.path("sql"));
        if (!sql.isEmpty()) {
            turn.say("\n\n```sql\n"
                    + String.join("\n", sql.subList(0, Math.min(3, sql.size()))).replace("```", "'''") + "\n```");
        }
        return Verdict.answered();
    }

    private static String rule(JsonNode finding) {
        String rule = finding.path("rule").asString("");
        return rule.isBlank() ? "" : " (" + Reading.prose(rule) + ")";
    }

    private String rows(String table, Optional<Double> volume) {
        if (volume.isPresent()) {
            return " with the volume you name";
        }
        long rows = known(table);
        return rows < 0 ? "" : " with " + Reading.count(rows) + " rows";
    }

    private long known(String table) {
        return turn.catalogue()
                .table(table)
                .map(Catalogue.Table::rows)
                .orElseGet(() -> turn.model().stream()
                        .flatMap(m -> m.table(table).stream())
                        .flatMap(t -> Reading.texts(t.path("sources")).stream())
                        .flatMap(s -> turn.catalogue().table(s).stream())
                        .map(Catalogue.Table::rows)
                        .findFirst()
                        .orElse(-1L));
    }

    private Optional<String> largest() {
        return turn.catalogue().tables().stream()
                .max(Comparator.comparingLong(Catalogue.Table::rows))
                .map(Catalogue.Table::id);
    }

    // A daily number is a rate; a year of it is what the table grows to.
    private static Optional<Double> volume(String text) {
        Matcher matcher = VOLUME.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        double factor = switch (unit) {
            case "k", "thousand" -> 1e3;
            case "m", "mio", "million" -> 1e6;
            case "bn", "billion" -> 1e9;
            default -> 1;
        };
        boolean daily = text.matches(".*\\b(a|per|each|every) day\\b.*|.*\\bdaily\\b.*");
        return Optional.of(Double.parseDouble(matcher.group(1)) * factor * (daily ? 365 : 1));
    }

    private ObjectNode about(String table, Optional<Double> volume) {
        ObjectNode arguments = Json.object();
        arguments.put("table_name", table);
        double rows = volume.orElse((double) known(table));
        if (rows >= 0) {
            arguments.put("row_count", (long) rows);
        }
        return arguments;
    }

    private ToolReply partitioning(String table, Optional<Double> volume) {
        ObjectNode arguments = about(table, volume);
        arguments.set("date_columns", Json.tree(dates(table)));
        return turn.call(PlannerTurn.OPTIMIZER, "recommend_partitioning", arguments);
    }

    private List<String> dates(String table) {
        return turn.catalogue().table(table).stream()
                .flatMap(t -> t.columns().stream())
                .filter(c -> c.type().matches("(?i)(date|timestamp|datetime).*"))
                .map(Catalogue.Column::name)
                .toList();
    }

    private ToolReply clustering(String table, Optional<Double> volume, String text) {
        ObjectNode arguments = about(table, volume);
        arguments.set("query_patterns", Json.array().add(text));
        return turn.call(PlannerTurn.OPTIMIZER, "recommend_clustering", arguments);
    }

    private ToolReply features(String table, String text) {
        ObjectNode arguments = Json.object();
        arguments.put("table_name", table).put("use_case", text);
        return turn.call(PlannerTurn.OPTIMIZER, "recommend_delta_features", arguments);
    }
}
