package io.lakewright.optimizer.ddl;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Severity;
import io.lakewright.optimizer.ddl.DdlStatement.ColumnPart;
import io.lakewright.optimizer.ddl.DdlStatement.ConstraintPart;
import io.lakewright.optimizer.statement.SqlName;
import io.lakewright.optimizer.statement.TableStatement;
import io.lakewright.sql.node.Literals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statements that say the same in a form that Databricks takes. Parts that are right stand as they were written; names
 * and texts that are added go through the printers.
 */
final class Correction {

    private static final Set<String> REPAIRED = Set.of(
            "DEFAULT_NEEDS_FEATURE",
            "CHECK_NOT_IN_CREATE",
            "UNIQUE_UNSUPPORTED_TARGET",
            "IDENT_NOT_BIGINT",
            "LC_WITH_PARTITION_CONFLICT",
            "PART_EXPR_NOT_ALLOWED",
            "PART_IDENTITY_NOT_ALLOWED",
            "FK_ACTION_UNSUPPORTED",
            "PROPERTY_PREFIX",
            "PK_NEEDS_NOT_NULL");

    private final Placed placed;
    private final DdlStatement statement;
    private final List<String> codes;
    private final List<String> refused;
    private final List<String> sql = new ArrayList<>();

    private Correction(Placed placed, List<Finding> findings) {
        this.placed = placed;
        this.statement = placed.statement();
        this.codes = findings.stream().map(Finding::code).toList();
        this.refused = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::code)
                .toList();
    }

    /** Empty when nothing is wrong that could be put right without asking. */
    static List<String> of(Placed placed, List<Finding> findings) {
        boolean named = placed.statement().name().stream()
                        .noneMatch(part -> part.isEmpty() || part.matches("(?s).*[ ,;{}()\\n\\t=].*"))
                && !placed.statement().name().isEmpty();
        return named ? new Correction(placed, findings).write() : List.of();
    }

    private List<String> write() {
        SqlName table = new SqlName(statement.name());
        boolean plainTable =
                statement.matches("CREATE (OR REPLACE )?TABLE .*") && !statement.matches(".*\\) AS (SELECT|WITH) .*");
        if (statement.create() && plainTable && isRepairable()) {
            create(table);
        }
        if (statement.create() && codes.contains("CHECK_NOT_IN_CREATE")) {
            checks(table);
        }
        if (codes.contains("DEFAULT_ADD_COLUMN")) {
            addColumns(table);
        }
        if (codes.contains("LC_WITH_ZORDER_CONFLICT")) {
            sql.add(new TableStatement.Optimize(table, false).text());
        }
        if (codes.contains("VACUUM_TOO_SHORT")) {
            sql.add(new TableStatement.Vacuum(table).text());
        }
        if (codes.contains("PROPERTY_PREFIX") && !statement.create()) {
            sql.add(new TableStatement.SetProperties(table, properties()).text());
        }
        if (codes.contains("TYPE_WIDENING_OK")) {
            sql.add(new TableStatement.SetProperties(table, Map.of("delta.enableTypeWidening", "true")).text());
        }
        if (codes.contains("LC_NEEDS_OPTIMIZE_FULL")) {
            sql.add(new TableStatement.Optimize(table, true).text());
        }
        if (codes.contains("DUPLICATE_TEST")) {
            duplicates(table);
        }
        return List.copyOf(sql);
    }

    /** Whether something is to be put right, and nothing else stands against the statement. */
    private boolean isRepairable() {
        return codes.stream().anyMatch(REPAIRED::contains) && REPAIRED.containsAll(refused);
    }

    private void create(SqlName table) {
        List<String> key = statement.constraints().stream()
                .filter(part -> part.kind() == ConstraintPart.Kind.PRIMARY_KEY)
                .flatMap(part -> part.columns().stream())
                .toList();
        List<String> parts = new ArrayList<>();
        statement
                .columns()
                .forEach(column -> parts.add(
                        column(column, key.stream().anyMatch(column.name().bare()::equalsIgnoreCase))));
        statement.constraints().stream()
                .filter(part -> !isInline(part))
                .filter(part -> part.kind() != ConstraintPart.Kind.CHECK)
                .filter(part ->
                        part.kind() != ConstraintPart.Kind.UNIQUE || !codes.contains("UNIQUE_UNSUPPORTED_TARGET"))
                .map(Correction::constraint)
                .forEach(parts::add);
        StringBuilder text = new StringBuilder(
                        statement.matches("CREATE OR REPLACE .*") ? "CREATE OR REPLACE TABLE " : "CREATE TABLE ")
                .append(table.text())
                .append(" (\n  ")
                .append(String.join(",\n  ", parts))
                .append("\n)");
        if (statement.matches(".*CLUSTER BY AUTO.*")) {
            text.append("\nCLUSTER BY AUTO");
        } else if (!statement.clustering().isEmpty()) {
            text.append("\nCLUSTER BY (")
                    .append(statement.clustering().stream()
                            .limit(4)
                            .map(SqlName::of)
                            .map(SqlName::text)
                            .collect(Collectors.joining(", ")))
                    .append(")");
        }
        String rest = rest();
        text.append(rest.isEmpty() ? "" : "\n" + rest);
        Map<String, String> properties = properties();
        if (!properties.isEmpty()) {
            text.append("\nTBLPROPERTIES (")
                    .append(properties.entrySet().stream()
                            .map(pair -> Literals.quote(pair.getKey()) + " = " + Literals.quote(pair.getValue()))
                            .collect(Collectors.joining(", ")))
                    .append(")");
        }
        sql.add(text.toString());
    }

    /** Inline parts are written again with their column. */
    private boolean isInline(ConstraintPart part) {
        return statement.columns().stream()
                .anyMatch(column -> part.name().isEmpty()
                        && part.columns().equals(List.of(column.name().bare()))
                        && (column.has("PRIMARY KEY") || column.has("UNIQUE") || column.has("REFERENCES")));
    }

    private String column(ColumnPart column, boolean inKey) {
        String type = column.isIdentity() ? "BIGINT" : Token.typeText(column.type());
        List<Token> rest = new ArrayList<>(column.rest());
        for (int i = 0; i < rest.size(); i++) {
            boolean dropped = rest.get(i).is("check")
                    || (rest.get(i).is("unique") && codes.contains("UNIQUE_UNSUPPORTED_TARGET"));
            if (dropped) {
                rest = rest.subList(0, i);
            }
        }
        boolean missing = inKey && !column.has("NOT NULL");
        return SqlName.of(
                                column.name().kind() == Token.Kind.DOUBLE_QUOTED
                                        ? column.name().bare()
                                        : column.name().text())
                        .text()
                + " " + type + (missing ? " NOT NULL" : "") + (rest.isEmpty() ? "" : " " + Token.text(rest));
    }

    private static String constraint(ConstraintPart part) {
        String body = Token.text(part.body())
                .replaceAll("(?i)\\s*ON (DELETE|UPDATE) (CASCADE|SET NULL|SET DEFAULT|RESTRICT)", "");
        return part.name()
                        .map(name -> "CONSTRAINT " + SqlName.of(name).text() + " ")
                        .orElse("")
                + body;
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        statement
                .properties()
                .forEach((name, value) ->
                        properties.put(PropertyRules.lacksPrefix(name) ? "delta." + name : name, value));
        if (statement.create() && ColumnRules.defaults(placed).findAny().isPresent()) {
            properties.put(ColumnRules.DEFAULTS, "supported");
        }
        return properties;
    }

    /** Clauses behind the columns that are neither layout nor properties, such as COMMENT, as they were written. */
    private String rest() {
        List<Token> tokens = statement.tokens();
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).is("(")) {
            open++;
        }
        List<Token> kept = new ArrayList<>();
        int at = open + TokenLists.brackets(tokens, open).size() + 2;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            boolean layout = token.is("cluster") || token.is("partitioned") || token.is("tblproperties");
            if (!layout) {
                kept.add(token);
                at++;
                continue;
            }
            at += token.is("tblproperties") ? 1 : 2;
            boolean bracket = at < tokens.size() && tokens.get(at).is("(");
            at += bracket ? TokenLists.brackets(tokens, at).size() + 2 : 1;
        }
        return Token.text(kept);
    }

    private void checks(SqlName table) {
        int number = 0;
        for (ConstraintPart part : statement.constraints()) {
            if (part.kind() == ConstraintPart.Kind.CHECK) {
                number++;
                String name = part.name().orElse("chk_" + statement.name().getLast() + "_" + number);
                sql.add("ALTER TABLE " + table.text() + " ADD CONSTRAINT "
                        + SqlName.of(name).text() + " CHECK (" + Token.text(TokenLists.brackets(part.body(), 0)) + ")");
            }
        }
    }

    private void addColumns(SqlName table) {
        sql.add(new TableStatement.SetProperties(table, Map.of(ColumnRules.DEFAULTS, "supported")).text());
        for (ColumnPart column : statement.columns()) {
            String name = SqlName.of(column.name().text()).text();
            sql.add("ALTER TABLE " + table.text() + " ADD COLUMN " + name + " " + Token.typeText(column.type()));
            column.defaultValue()
                    .ifPresent(value -> sql.add("ALTER TABLE " + table.text() + " ALTER COLUMN " + name
                            + " SET DEFAULT " + Token.text(value)));
        }
    }

    private void duplicates(SqlName table) {
        statement.constraints().stream()
                .filter(part ->
                        part.kind() == ConstraintPart.Kind.UNIQUE || part.kind() == ConstraintPart.Kind.PRIMARY_KEY)
                .map(ConstraintPart::columns)
                .filter(columns -> !columns.isEmpty())
                .distinct()
                .map(columns -> new TableStatement.FindDuplicates(
                                table, columns.stream().map(SqlName::of).toList())
                        .text())
                .forEach(sql::add);
    }
}
