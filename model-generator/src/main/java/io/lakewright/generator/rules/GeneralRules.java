package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;
import static io.lakewright.core.check.Severity.INFO;
import static io.lakewright.core.check.Severity.WARNING;

import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules for every kind of table (G). */
final class GeneralRules {

    private static final Pattern PATTERN_ID = Pattern.compile("(dv|dim|fact|lake|lakehouse|bridge|mart)\\.[a-z0-9_]+");
    private static final Set<ColumnRole> MADE_BY_THE_LOAD =
            EnumSet.of(ColumnRole.SURROGATE_KEY, ColumnRole.VALID_FROM, ColumnRole.VALID_TO, ColumnRole.IS_CURRENT);
    private static final Set<String> MONEY =
            Set.of("amount", "price", "cost", "total", "tax", "fee", "salary", "balance", "revenue", "freight");
    private static final Map<TableKind, Set<LoadStrategy>> STRATEGIES = strategies();

    private GeneralRules() {}

    static List<ModelRule> all() {
        return List.of(
                ModelRule.perTable("G01", "Every table follows a pattern", ERROR, GeneralRules::pattern),
                ModelRule.perTable("G02", "Every column is filled", ERROR, GeneralRules::filled),
                new ModelRule(
                        "G03", "Every source column is used or left out with a reason", INFO, GeneralRules::unmapped),
                new ModelRule("G05", "Tables and columns are described", WARNING, GeneralRules::described),
                new ModelRule(
                        "G10", "Numbers and dates keep their types, money is decimal", WARNING, GeneralRules::stored),
                ModelRule.perTable("G17", "The load strategy suits the kind of table", ERROR, GeneralRules::strategy));
    }

    private static Map<TableKind, Set<LoadStrategy>> strategies() {
        Map<TableKind, Set<LoadStrategy>> map = new EnumMap<>(TableKind.class);
        map.put(
                TableKind.DIMENSION,
                EnumSet.of(
                        LoadStrategy.SCD0_INSERT,
                        LoadStrategy.SCD1_MERGE,
                        LoadStrategy.SCD2_MERGE,
                        LoadStrategy.SCD2_TIMELINE));
        map.put(TableKind.DATE_DIMENSION, EnumSet.of(LoadStrategy.DATE_SERIES));
        map.put(TableKind.FACT, EnumSet.of(LoadStrategy.FACT_MERGE));
        map.put(TableKind.HUB, EnumSet.of(LoadStrategy.HUB_MERGE));
        map.put(TableKind.LINK, EnumSet.of(LoadStrategy.LINK_MERGE));
        map.put(TableKind.SATELLITE, EnumSet.of(LoadStrategy.SATELLITE_INSERT));
        return map;
    }

    private static void pattern(TableSpec table, Report report) {
        if (!PATTERN_ID.matcher(table.common().patternId()).matches()) {
            report.say(
                    table,
                    table.name() + " follows no known pattern (\""
                            + table.common().patternId() + "\").");
        }
    }

    private static void filled(TableSpec table, Report report) {
        if (table instanceof TableSpec.DateDimension) {
            return;
        }
        if (table.loads().isEmpty()) {
            report.say(table, table.name() + " has no load.");
            return;
        }
        table.columns().stream()
                .filter(column -> !MADE_BY_THE_LOAD.contains(column.role()))
                .filter(column -> table.loads().stream().noneMatch(load -> fills(load, column)))
                .forEach(column ->
                        report.say(table, column.name(), "Nothing fills " + table.name() + "." + column.name() + "."));
    }

    private static boolean fills(Load load, ModelColumn column) {
        return Sources.filling(load, column.name()).isPresent()
                || load.lookups().stream().anyMatch(l -> l.column().equalsIgnoreCase(column.name()));
    }

    private static void unmapped(DataModel model, Report report) {
        Set<String> used = new HashSet<>();
        for (TableSpec table : model.tables()) {
            for (Load load : table.loads()) {
                Map<String, String> aliases = new HashMap<>();
                aliases.put(load.from().alias(), load.from().table());
                load.from().joins().forEach(j -> aliases.put(j.alias(), j.table()));
                Sources.references(load).forEach(r -> used.add(aliases.get(r.alias()) + "." + r.column()));
            }
        }
        Set<String> excluded = model.excluded().stream().map(Exclusion::table).collect(Collectors.toSet());
        for (SourceTable source : model.source().tables()) {
            List<String> missing = source.columns().stream()
                    .map(Column::name)
                    .filter(name -> !used.contains(source.name().text() + "." + name)
                            && !excluded.contains(source.name().text() + "." + name))
                    .toList();
            if (!missing.isEmpty() && !excluded.contains(source.name().text())) {
                report.say("Not used of " + source.name() + ": " + String.join(", ", missing) + ".");
            }
        }
    }

    private static void described(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (table.common().description().isBlank()) {
                report.say(table, table.name() + " has no description.");
            }
            List<String> bare = table.columns().stream()
                    .filter(c -> c.comment().map(String::isBlank).orElse(true))
                    .filter(c -> !isSilent(model, c))
                    .map(ModelColumn::name)
                    .toList();
            if (!bare.isEmpty()) {
                report.say(
                        table, "Columns of " + table.name() + " without a comment: " + String.join(", ", bare) + ".");
            }
        }
    }

    /** Whether it is a column of the source that the source does not describe either. */
    private static boolean isSilent(DataModel model, ModelColumn column) {
        return column.source()
                .flatMap(origin -> model.source().table(origin.table()).flatMap(t -> t.column(origin.column())))
                .filter(source -> source.comment().map(String::isBlank).orElse(true))
                .isPresent();
    }

    private static void stored(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            for (ModelColumn column : table.columns()) {
                boolean floating = column.type().base() == LakeType.Base.DOUBLE
                        || column.type().base() == LakeType.Base.FLOAT;
                if (floating && Names.words(column.name()).stream().anyMatch(MONEY::contains)) {
                    report.say(table, column.name(), column.name() + " looks like money but is " + column.type() + ".");
                }
                column.source()
                        .flatMap(o -> model.source().table(o.table()).flatMap(t -> t.column(o.column())))
                        .filter(c -> c.lakeType().isNumeric() || c.lakeType().isTemporal())
                        .filter(c -> column.type().equals(LakeType.STRING))
                        .ifPresent(c -> report.say(
                                table,
                                column.name(),
                                column.name() + " is a STRING, but its source is " + c.type() + "."));
            }
        }
    }

    private static void strategy(TableSpec table, Report report) {
        Set<LoadStrategy> fitting = STRATEGIES.getOrDefault(table.kind(), Set.of());
        table.loads().stream()
                .filter(load -> !fitting.contains(load.strategy()))
                .forEach(load -> report.say(
                        table,
                        "Load " + load.name() + " uses " + load.strategy() + ", which is not for a " + table.kind()
                                + "."));
    }
}
