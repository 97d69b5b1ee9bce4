package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;
import static io.lakewright.core.check.Severity.WARNING;

import io.lakewright.core.check.Severity;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.naming.ReservedWords;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that need no quotes, clash with nothing and follow the profile (G04; databricks.md N-01 to N-07). */
final class NameRules {

    private static final int PORTABLE = 63;
    private static final int LONGEST = 255;
    private static final Pattern PROFILE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern FORBIDDEN = Pattern.compile(".*[\\x00-\\x20\\x7f./].*", Pattern.DOTALL);
    private static final Pattern FORBIDDEN_IN_COLUMN =
            Pattern.compile(".*[\\x00-\\x1f\\x7f ,;{}()=].*", Pattern.DOTALL);
    private static final Set<String> RESERVED_SCHEMAS = Set.of("builtin", "session", "information_schema");

    private NameRules() {}

    static List<ModelRule> all() {
        return List.of(
                new ModelRule(
                        "G04",
                        "Names follow the profile and are unique without regard to case",
                        ERROR,
                        NameRules::profile),
                ModelRule.perTable(
                        "N-01", "Names hold only characters that catalogs take", ERROR, NameRules::characters),
                ModelRule.perTable("N-03", "Names are no reserved words", WARNING, NameRules::reserved),
                new ModelRule("N-04", "Targets are not reserved places", ERROR, NameRules::targets),
                ModelRule.perTable("N-07", "Names do not start with two underscores", ERROR, NameRules::prefixes));
    }

    private static void profile(DataModel model, Report report) {
        Set<String> tables = new HashSet<>();
        for (TableSpec table : model.tables()) {
            if (!tables.add(table.name().toLowerCase(Locale.ROOT))) {
                report.say(table, "Two tables are called " + table.name() + ".");
            }
            if (!fits(table.name())) {
                report.say(Severity.WARNING, table, table.name() + " is not snake case of at most 63 characters.");
                suggest(report, table);
            }
            Set<String> columns = new HashSet<>();
            for (ModelColumn column : table.columns()) {
                if (!columns.add(column.name().toLowerCase(Locale.ROOT))) {
                    report.say(
                            table,
                            column.name(),
                            "Two columns of " + table.name() + " are called " + column.name() + ".");
                } else if (!fits(column.name())) {
                    report.say(
                            Severity.WARNING,
                            table,
                            column.name(),
                            column.name() + " is not snake case of at most 63 characters.");
                }
            }
        }
    }

    private static void suggest(Report report, TableSpec table) {
        String lower = table.name().toLowerCase(Locale.ROOT);
        if (fits(lower)) {
            report.fix(new ModelEdit.RenameTable(table.id(), lower));
        }
    }

    private static boolean fits(String name) {
        return name.length() <= PORTABLE && PROFILE.matcher(name).matches();
    }

    private static void characters(TableSpec table, Report report) {
        if (table.name().isEmpty()
                || table.name().length() > LONGEST
                || FORBIDDEN.matcher(table.name()).matches()) {
            report.say(table, "\"" + table.name() + "\" is no name that a catalog takes.");
        }
        table.columns().stream()
                .map(ModelColumn::name)
                .filter(name -> name.isEmpty()
                        || name.length() > LONGEST
                        || FORBIDDEN_IN_COLUMN.matcher(name).matches())
                .forEach(name -> report.say(table, name, "\"" + name + "\" needs column mapping to be stored."));
    }

    private static void reserved(TableSpec table, Report report) {
        if (ReservedWords.contain(table.name())) {
            report.say(table, table.name() + " is a reserved word.");
        }
        table.columns().stream()
                .map(ModelColumn::name)
                .filter(ReservedWords::contain)
                .forEach(name -> report.say(table, name, name + " is a reserved word."));
    }

    private static void targets(DataModel model, Report report) {
        model.targets().values().stream().distinct().forEach(target -> {
            String catalog = target.catalog().toLowerCase(Locale.ROOT);
            String schema = target.schema().toLowerCase(Locale.ROOT);
            boolean reserved = isReserved(catalog) || isReserved(schema) || RESERVED_SCHEMAS.contains(schema);
            if (reserved) {
                report.say(target.catalog() + "." + target.schema() + " is reserved by the platform.");
            }
        });
    }

    private static boolean isReserved(String name) {
        return name.startsWith("sys") || name.startsWith("databricks");
    }

    private static void prefixes(TableSpec table, Report report) {
        if (table.name().startsWith("__")) {
            report.say(table, table.name() + " starts with two underscores, as tables of pipelines do.");
        }
        table.columns().stream()
                .map(ModelColumn::name)
                .filter(name -> name.startsWith("__"))
                .forEach(name ->
                        report.say(table, name, name + " starts with two underscores, as columns of AUTO CDC do."));
    }
}
