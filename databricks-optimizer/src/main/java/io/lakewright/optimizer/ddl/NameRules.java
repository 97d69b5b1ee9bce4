package io.lakewright.optimizer.ddl;

import static io.lakewright.optimizer.advice.FactRule.error;
import static io.lakewright.optimizer.advice.FactRule.when;

import io.lakewright.core.check.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names of tables and columns (databricks.md N rules, and what properties demand of names). */
final class NameRules {

    private static final Set<String> FEED = Set.of("_change_type", "_commit_version", "_commit_timestamp");

    static final List<Rule<Placed>> ALL = List.of(
            error(
                    "N-05",
                    "NAME_QUOTE_STYLE",
                    "Back-ticks quote names",
                    it -> when(
                            it.statement().columns().stream()
                                            .anyMatch(column -> column.name().kind() == Token.Kind.DOUBLE_QUOTED)
                                    || it.matches("(CREATE|ALTER|DROP)[^(]*(TABLE|VIEW|SCHEMA) [^(']*\".*"),
                            "Double quotes delimit strings on Databricks: quote names with back-ticks.")),
            error(
                    "N-02",
                    "NAME_CASE_COLLISION",
                    "Names differ by more than case",
                    it -> collision(it)
                            .map(name -> name + " stands twice: column names are compared without regard to case.")),
            error(
                    "N-01",
                    "NAME_TOO_LONG",
                    "Names of 255 characters at most",
                    it -> when(
                            Stream.concat(it.statement().name().stream(), columnNames(it))
                                    .anyMatch(name -> name.length() > 255),
                            "A name is longer than 255 characters.")),
            error(
                    "N-01",
                    "NAME_INVALID_CHAR",
                    "No point, space, slash or control character",
                    it -> it.statement().name().stream()
                            .filter(name -> name.matches("(?s).*[. /\\x00-\\x1f\\x7f].*"))
                            .findFirst()
                            .map(
                                    name -> "The name \"" + name.replaceAll("\\p{Cntrl}", "?")
                                            + "\" holds a point, space, slash or control character, which Unity Catalog refuses.")),
            error(
                    "T-07",
                    "COLUMN_MAPPING_NEEDED",
                    "Special characters need column mapping",
                    it -> columnNames(it)
                            .filter(name -> name.matches("(?s).*[ ,;{}()\\n\\t=].*")
                                    && !it.hasProperty("delta.columnMapping.mode"))
                            .findFirst()
                            .map(name -> "The column name \"" + name.replaceAll("\\p{Cntrl}", "?")
                                    + "\" needs 'delta.columnMapping.mode' = 'name'.")),
            error(
                    "T-01",
                    "CDF_RESERVED_COLUMNS",
                    "Names that the change feed takes",
                    it -> columnNames(it)
                            .filter(name -> FEED.contains(name.toLowerCase(Locale.ROOT))
                                    && it.hasProperty("delta.enableChangeDataFeed"))
                            .findFirst()
                            .map(name -> name + " is a name that the change data feed writes itself.")),
            error("N-04", "RESERVED_SCHEMA", "Reserved catalogs and schemas", NameRules::reserved));

    private NameRules() {}

    private static Stream<String> columnNames(Placed it) {
        return it.statement().columns().stream().map(column -> column.name().bare());
    }

    private static Optional<String> collision(Placed it) {
        Set<String> seen = new HashSet<>();
        return columnNames(it)
                .filter(name -> !seen.add(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<String> reserved(Placed it) {
        if (!it.matches("CREATE .*")) {
            return Optional.empty();
        }
        List<String> name = it.statement().name();
        boolean schema = it.matches("CREATE (SCHEMA|DATABASE) .*");
        boolean catalog = it.matches("CREATE CATALOG .*");
        int places = schema || catalog ? name.size() : Math.max(0, name.size() - 1);
        for (int i = 0; i < places; i++) {
            String part = name.get(i).toUpperCase(Locale.ROOT);
            boolean isSchema = i == places - 1 && !catalog;
            if (part.startsWith("SYS")
                    || part.startsWith("DATABRICKS")
                    || (isSchema
                            && Set.of("BUILTIN", "SESSION", "INFORMATION_SCHEMA")
                                    .contains(part))) {
                return Optional.of(
                        name.get(i) + " is a reserved name for a " + (isSchema ? "schema" : "catalog") + ".");
            }
        }
        return Optional.empty();
    }
}
