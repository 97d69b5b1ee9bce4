package io.lakewright.optimizer.ddl;

import static io.lakewright.optimizer.advice.FactRule.error;
import static io.lakewright.optimizer.advice.FactRule.warning;
import static io.lakewright.optimizer.advice.FactRule.when;

import io.lakewright.core.check.Rule;
import io.lakewright.optimizer.ddl.DdlStatement.ColumnPart;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Columns, their types, names, defaults and identities (databricks.md D, I, N and T rules). */
final class ColumnRules {

    static final String DEFAULTS = "delta.feature.allowColumnDefaults";
    private static final Set<String> TYPES = Set.of(
            "TINYINT",
            "BYTE",
            "SMALLINT",
            "SHORT",
            "INT",
            "INTEGER",
            "BIGINT",
            "LONG",
            "DECIMAL",
            "DEC",
            "NUMERIC",
            "FLOAT",
            "REAL",
            "DOUBLE",
            "STRING",
            "CHAR",
            "CHARACTER",
            "VARCHAR",
            "BINARY",
            "BOOLEAN",
            "DATE",
            "TIMESTAMP",
            "TIMESTAMP_NTZ",
            "TIMESTAMP_LTZ",
            "INTERVAL",
            "VARIANT",
            "ARRAY",
            "MAP",
            "STRUCT",
            "GEOGRAPHY",
            "GEOMETRY",
            "VOID");
    private static final Set<String> FEED = Set.of("_change_type", "_commit_version", "_commit_timestamp");

    static final List<Rule<Placed>> ALL = List.of(
            error(
                    "D-01",
                    "DEFAULT_NEEDS_FEATURE",
                    "Defaults need their table feature",
                    it -> when(
                            it.statement().create() && defaults(it).findAny().isPresent() && !it.hasProperty(DEFAULTS),
                            "A column DEFAULT needs TBLPROPERTIES ('" + DEFAULTS
                                    + "' = 'supported') in the same statement; without"
                                    + " it CREATE TABLE fails (WRONG_COLUMN_DEFAULTS_FOR_DELTA_FEATURE_NOT_ENABLED).")),
            error(
                    "D-02",
                    "DEFAULT_ADD_COLUMN",
                    "ADD COLUMN takes no DEFAULT",
                    it -> when(
                            !it.statement().create() && defaults(it).findAny().isPresent(),
                            "ALTER TABLE ADD COLUMN takes no DEFAULT: add the column, then set its default; rows that are there keep"
                                    + " NULL.")),
            error(
                    "D-03",
                    "DEFAULT_EXPR_INVALID",
                    "Defaults are literals or scalar functions",
                    it -> defaults(it)
                            .filter(
                                    value -> Token.words(value)
                                            .matches(
                                                    "(?s).*(\\bSELECT\\b|\\bOVER\\b|\\b(SUM|COUNT|MAX|MIN|AVG|EXPLODE|COLLECT_LIST|ROW_NUMBER) \\().*"))
                            .findFirst()
                            .map(value ->
                                    "A default must be a literal or a built-in scalar function, without subquery, aggregate,"
                                            + " window or generator.")),
            error(
                    "I-01",
                    "IDENT_NOT_BIGINT",
                    "Identity is BIGINT",
                    it -> identities(it)
                            .filter(column -> !Set.of("BIGINT", "LONG").contains(column.baseType()))
                            .findFirst()
                            .map(column -> column.name().bare() + " is " + column.baseType()
                                    + ": an identity column must be BIGINT.")),
            error(
                    "I-01",
                    "IDENT_STEP_ZERO",
                    "The step is not 0",
                    it -> identities(it)
                            .filter(column -> Token.words(column.rest()).matches("(?s).*INCREMENT BY 0( .*)?"))
                            .findFirst()
                            .map(column -> "INCREMENT BY 0 is refused: every row would get the same number.")),
            error(
                    "I-05",
                    "IDENT_ADD_COLUMN",
                    "No identity on an existing table",
                    it -> when(
                            !it.statement().create() && identities(it).findAny().isPresent(),
                            "An identity column cannot be added to an existing table: create a table with it and insert the rows.")),
            error(
                    "I-07",
                    "IDENT_AUTOCDC",
                    "No identity with AUTO CDC or in views",
                    it -> when(
                            identities(it).findAny().isPresent()
                                    && (it.matches("CREATE .*MATERIALIZED VIEW.*")
                                            || it.matches(".*(AUTO CDC|APPLY CHANGES).*")),
                            "AUTO CDC targets do not support identity columns and a materialized view recomputes them; use a hash key.")),
            warning(
                    "I-02",
                    "IDENT_CONCURRENCY",
                    "Identity disables concurrent writes",
                    it -> when(
                            it.statement().create() && identities(it).findAny().isPresent(),
                            "The identity column disables concurrent transactions on the table: only one job may write it.")),
            error("I-04", "IDENT_EXPLICIT_VALUE", "No value for an ALWAYS identity", ColumnRules::explicitValue),
            error(
                    "I-04",
                    "IDENT_UPDATE",
                    "Identity is never updated",
                    it -> assigned(it)
                            .filter(column -> it.context().isIdentity(column))
                            .findFirst()
                            .map(column -> column + " is an identity column, which cannot be updated.")),
            error(
                    "2.5",
                    "UNSUPPORTED_TYPE",
                    "Types are Databricks types",
                    it -> it.statement().columns().stream()
                            .filter(column -> !column.baseType().isEmpty() && !TYPES.contains(column.baseType()))
                            .findFirst()
                            .map(column ->
                                    column.baseType() + " of " + column.name().bare() + " is no Databricks type; "
                                            + replacement(column.baseType()))),
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
            error("N-04", "RESERVED_SCHEMA", "Reserved catalogs and schemas", ColumnRules::reserved));

    private ColumnRules() {}

    static Stream<List<Token>> defaults(Placed it) {
        return it.statement().columns().stream().flatMap(column -> column.defaultValue().stream());
    }

    private static Stream<ColumnPart> identities(Placed it) {
        return it.statement().columns().stream().filter(ColumnPart::isIdentity);
    }

    private static Stream<String> columnNames(Placed it) {
        return it.statement().columns().stream().map(column -> column.name().bare());
    }

    private static Optional<String> collision(Placed it) {
        Set<String> seen = new HashSet<>();
        return columnNames(it)
                .filter(name -> !seen.add(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<String> explicitValue(Placed it) {
        if (!it.matches("(INSERT|MERGE) .*")) {
            return Optional.empty();
        }
        List<String> always = it.context().columns().entrySet().stream()
                .filter(entry ->
                        entry.getValue().toUpperCase(Locale.ROOT).matches("(?s).*GENERATED ALWAYS AS IDENTITY.*"))
                .map(entry -> entry.getKey().toUpperCase(Locale.ROOT))
                .toList();
        boolean star = it.matches(".*INSERT \\*.*");
        return always.stream()
                .filter(column -> star || it.matches(".*INSERT (INTO .*)?\\([^)]*\\b" + column + "\\b[^)]*\\).*"))
                .findFirst()
                .map(column -> column.toLowerCase(Locale.ROOT)
                        + " is GENERATED ALWAYS: leave it out of the column list and" + " write no INSERT *.");
    }

    /** Columns that an UPDATE, alone or in a MERGE, assigns. */
    private static Stream<String> assigned(Placed it) {
        if (!it.matches("(UPDATE|MERGE) .*")) {
            return Stream.empty();
        }
        List<Token> tokens = it.statement().tokens();
        return java.util.stream.IntStream.range(1, tokens.size())
                .filter(i -> tokens.get(i).is("=") && tokens.get(i - 1).isName() && behindSet(tokens, i))
                .mapToObj(i -> tokens.get(i - 1).bare());
    }

    private static boolean behindSet(List<Token> tokens, int at) {
        for (int i = at; i >= 0; i--) {
            if (tokens.get(i).is("set")) {
                return true;
            }
            if (tokens.get(i).is("where")
                    || tokens.get(i).is("on")
                    || tokens.get(i).is("when")) {
                return false;
            }
        }
        return false;
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

    private static String replacement(String type) {
        return switch (type) {
            case "TEXT",
                    "NVARCHAR",
                    "NCHAR",
                    "VARCHAR2",
                    "NVARCHAR2",
                    "CLOB",
                    "UUID",
                    "UNIQUEIDENTIFIER",
                    "XML",
                    "TIME",
                    "ENUM" -> "use STRING.";
            case "DATETIME", "DATETIME2", "SMALLDATETIME" -> "use TIMESTAMP_NTZ.";
            case "TIMESTAMPTZ", "DATETIMEOFFSET" -> "use TIMESTAMP.";
            case "SERIAL" -> "use INT.";
            case "BIGSERIAL" -> "use BIGINT.";
            case "NUMBER", "MONEY", "SMALLMONEY" -> "use DECIMAL(p,s).";
            case "BIT", "BOOL" -> "use BOOLEAN.";
            case "JSON", "JSONB" -> "use VARIANT or STRING.";
            case "BYTEA", "BLOB", "VARBINARY", "RAW", "IMAGE" -> "use BINARY.";
            default -> "use one of BIGINT, DECIMAL(p,s), DOUBLE, STRING, BOOLEAN, DATE, TIMESTAMP and their like.";
        };
    }
}
