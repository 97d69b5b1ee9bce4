package io.lakewright.optimizer.ddl;

import static io.lakewright.optimizer.advice.FactRule.error;
import static io.lakewright.optimizer.advice.FactRule.info;
import static io.lakewright.optimizer.advice.FactRule.warning;
import static io.lakewright.optimizer.advice.FactRule.when;

import io.lakewright.core.check.Rule;
import io.lakewright.optimizer.ddl.DdlStatement.ConstraintPart;
import io.lakewright.optimizer.ddl.DdlStatement.ConstraintPart.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys and constraints (databricks.md C rules). */
final class KeyRules {

    static final List<Rule<Placed>> ALL = List.of(
            error(
                    "C-02",
                    "CHECK_NOT_IN_CREATE",
                    "CHECK is added after CREATE",
                    it -> when(
                            it.statement().create()
                                    && !it.constraints(Kind.CHECK).isEmpty(),
                            "CREATE TABLE takes no CHECK constraint: add it with ALTER TABLE ... ADD CONSTRAINT; rows that are there"
                                    + " are validated then.")),
            error(
                    "C-03",
                    "PK_MULTIPLE",
                    "One primary key",
                    it -> when(
                            it.constraints(Kind.PRIMARY_KEY).size() > 1
                                    || (!it.statement().create()
                                            && it.context().hasPrimaryKey()
                                            && !it.constraints(Kind.PRIMARY_KEY).isEmpty()),
                            "A table has at most one primary key.")),
            error(
                    "C-03",
                    "PK_NEEDS_NOT_NULL",
                    "Key columns are NOT NULL first",
                    it -> it.statement().create()
                            ? Optional.empty()
                            : nullableKey(it)
                                    .map(column -> column
                                            + " may hold NULL: ALTER TABLE ... ADD PRIMARY KEY needs NOT NULL"
                                            + " columns, so run ALTER COLUMN " + column + " SET NOT NULL first.")),
            warning(
                    "C-03",
                    "PK_NEEDS_NOT_NULL",
                    "Write NOT NULL at key columns",
                    it -> it.statement().create()
                            ? nullableKey(it)
                                    .map(column ->
                                            column + " becomes NOT NULL because of the primary key; write NOT NULL.")
                            : Optional.empty()),
            info(
                    "C-03",
                    "PK_NOT_ENFORCED",
                    "Primary keys are informational",
                    it -> when(
                            !it.constraints(Kind.PRIMARY_KEY).isEmpty(),
                            "The primary key is informational: Databricks does not enforce it, so test for duplicates.")),
            error(
                    "C-03",
                    "KEYS_NEED_UC",
                    "Keys need Unity Catalog",
                    it -> when(
                            outsideUnityCatalog(it)
                                    && !(it.constraints(Kind.PRIMARY_KEY).isEmpty()
                                            && it.constraints(Kind.FOREIGN_KEY).isEmpty()),
                            "PRIMARY KEY and FOREIGN KEY exist only in Unity Catalog.")),
            error(
                    "C-04",
                    "FK_ACTION_UNSUPPORTED",
                    "Only NO ACTION",
                    it -> when(
                            it.constraints(Kind.FOREIGN_KEY).stream().anyMatch(KeyRules::hasAction),
                            "A foreign key takes no CASCADE, SET NULL, SET DEFAULT or RESTRICT: only NO ACTION is accepted.")),
            error("C-04", "FK_NEEDS_PARENT_KEY", "The parent has a key on these columns", KeyRules::parentKey),
            error("C-04", "FK_TYPE_MISMATCH", "Types of both sides are equal", KeyRules::parentType),
            error(
                    "C-05",
                    "UNIQUE_UNSUPPORTED_TARGET",
                    "UNIQUE needs its preview",
                    it -> when(
                            hasUnique(it) && (!it.context().uniquePreview() || outsideUnityCatalog(it)),
                            "UNIQUE is accepted only in Unity Catalog with its Public Preview of June 2026; elsewhere the statement"
                                    + " fails. Leave it out and test for duplicates.")),
            warning(
                    "C-05",
                    "UNIQUE_NOT_ENFORCED",
                    "UNIQUE is informational",
                    it -> when(
                            hasUnique(it) && it.context().uniquePreview() && !outsideUnityCatalog(it),
                            "UNIQUE is informational and never enforced.")),
            info(
                    "C-05",
                    "DUPLICATE_TEST",
                    "Uniqueness is tested",
                    it -> when(
                            hasUnique(it) || !it.constraints(Kind.PRIMARY_KEY).isEmpty(),
                            "Run a duplicate test after each load.")),
            warning(
                    "C-07",
                    "RELY_RISK",
                    "RELY needs a test",
                    it -> when(
                            it.matches(".*\\bRELY\\b.*") && !testsUniqueness(it),
                            "RELY lets the optimizer drop DISTINCT and joins; where the key repeats, results are wrong. No test of"
                                    + " uniqueness was named.")),
            warning(
                    "C-07",
                    "RELY_COMPUTE",
                    "RELY works on pro and serverless",
                    it -> when(
                            it.matches(".*\\bRELY\\b.*")
                                    && it.context()
                                            .warehouse()
                                            .toLowerCase(Locale.ROOT)
                                            .matches(".*(classic|cluster|all.?purpose).*"),
                            "RELY is used only on pro and serverless warehouses and serverless compute; here it has no effect.")));

    private KeyRules() {}

    private static boolean hasUnique(Placed it) {
        return !it.constraints(Kind.UNIQUE).isEmpty();
    }

    private static boolean hasAction(ConstraintPart key) {
        return key.has("CASCADE") || key.has("SET NULL") || key.has("SET DEFAULT") || key.has("RESTRICT");
    }

    static boolean outsideUnityCatalog(Placed it) {
        boolean hive = it.statement().name().size() == 3
                && it.statement().name().getFirst().equalsIgnoreCase("hive_metastore");
        return hive || it.context().unityCatalog().map(inside -> !inside).orElse(false);
    }

    private static boolean testsUniqueness(Placed it) {
        return it.context().tests().toLowerCase(Locale.ROOT).matches("(?s).*(uniq|duplicate|true|pk|primary).*");
    }

    private static Optional<String> nullableKey(Placed it) {
        return it.constraints(Kind.PRIMARY_KEY).stream()
                .flatMap(key -> key.columns().stream())
                .filter(column -> it.isNullable(column).orElse(false))
                .findFirst();
    }

    private static Optional<String> parentKey(Placed it) {
        if (it.context().parentKey().isEmpty()) {
            return Optional.empty();
        }
        List<String> key = lower(it.context().parentKey().get());
        return it.constraints(Kind.FOREIGN_KEY).stream()
                .map(ConstraintPart::referenced)
                .filter(referenced -> key.isEmpty()
                        || (!referenced.isEmpty() && !lower(referenced).equals(key)))
                .findFirst()
                .map(referenced -> "The parent needs a PRIMARY KEY (or UNIQUE) on exactly "
                        + (referenced.isEmpty() ? "the referenced columns" : String.join(", ", referenced))
                        + "; it has "
                        + (key.isEmpty() ? "none." : "(" + String.join(", ", key) + ")."));
    }

    private static List<String> lower(List<String> names) {
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static Optional<String> parentType(Placed it) {
        for (ConstraintPart key : it.constraints(Kind.FOREIGN_KEY)) {
            List<String> columns =
                    key.has("REFERENCES") && key.body().getFirst().is("references") ? List.of() : key.columns();
            List<String> referenced = key.referenced();
            for (int i = 0; i < Math.min(columns.size(), referenced.size()); i++) {
                String parent = referenced.get(i);
                Optional<String> wanted = it.context().parentTypes().entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(parent)
                                && !entry.getValue().isBlank())
                        .map(entry -> entry.getValue()
                                .strip()
                                .toUpperCase(Locale.ROOT)
                                .split("[\\s(<]", 2)[0])
                        .findFirst();
                Optional<String> own = it.type(columns.get(i));
                if (wanted.isPresent() && own.isPresent() && !same(own.get(), wanted.get())) {
                    return Optional.of(columns.get(i) + " is " + own.get() + " but " + parent + " of the parent is "
                            + wanted.get() + "; the types of a foreign key must match.");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String type) {
        return Stream.of("INTEGER").anyMatch(type::equals) ? "INT" : type.equals("LONG") ? "BIGINT" : type;
    }
}
