package io.lakewright.optimizer.ddl;

import static io.lakewright.optimizer.advice.FactRule.error;
import static io.lakewright.optimizer.advice.FactRule.warning;
import static io.lakewright.optimizer.advice.FactRule.when;

import io.lakewright.core.check.Rule;
import io.lakewright.optimizer.ddl.DdlStatement.ColumnPart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Defaults, identities and types of columns (databricks.md D, I and section 2.5). */
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
                                            + replacement(column.baseType()))));

    private ColumnRules() {}

    static Stream<List<Token>> defaults(Placed it) {
        return it.statement().columns().stream().flatMap(column -> column.defaultValue().stream());
    }

    private static Stream<ColumnPart> identities(Placed it) {
        return it.statement().columns().stream().filter(ColumnPart::isIdentity);
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
        return IntStream.range(1, tokens.size())
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
