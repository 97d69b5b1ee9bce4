package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;
import static io.lakewright.core.check.Severity.WARNING;

import io.lakewright.analyzer.meaning.DocumentTotal;
import io.lakewright.core.check.Severity;
import io.lakewright.core.model.Additivity;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about facts and their measures (K of modeling.md). */
final class FactRules {

    private static final int CENTIPEDE = 20;

    private FactRules() {}

    static List<ModelRule> all() {
        return List.of(
                ModelRule.per(TableSpec.Fact.class, "K01", "A fact declares its grain", ERROR, FactRules::grain),
                new ModelRule("K03", "A fact has a date", ERROR, FactRules::date),
                new ModelRule(
                        "K04",
                        "A fact's keys are never NULL, and their dimensions have an unknown member",
                        ERROR,
                        FactRules::unknown),
                ModelRule.per(
                        TableSpec.Fact.class, "K05", "A measure says how it adds up", ERROR, FactRules::additivity),
                ModelRule.per(
                        TableSpec.Fact.class,
                        "K06",
                        "A ratio stands beside what it is made of",
                        WARNING,
                        FactRules::components),
                ModelRule.per(
                        TableSpec.Fact.class,
                        "K08",
                        "A fact holds no text but degenerate keys",
                        WARNING,
                        FactRules::text),
                ModelRule.per(
                        TableSpec.Fact.class,
                        "K09",
                        "A fact has at most twenty dimensions",
                        WARNING,
                        FactRules::centipede),
                ModelRule.per(
                        TableSpec.Fact.class,
                        "K23",
                        "A line does not sum amounts of its document",
                        ERROR,
                        FactRules::documentTotals),
                new ModelRule("K10", "Facts do not refer to facts", ERROR, FactRules::factToFact));
    }

    private static void grain(TableSpec.Fact fact, Report report) {
        if (fact.grain().words().isBlank() || fact.grain().columns().isEmpty()) {
            report.say(fact, fact.name() + " does not say what one row stands for, in words and columns.");
        }
    }

    private static void date(DataModel model, Report report) {
        for (TableSpec.Fact fact : facts(model)) {
            boolean keyed = fact.keys().foreign().stream()
                    .flatMap(k -> model.byId(k.references()).stream())
                    .anyMatch(FactRules::isCalendar);
            boolean own = fact.columns().stream()
                    .anyMatch(c -> c.role() == ColumnRole.EVENT_TIME || c.type().isTemporal());
            boolean possible = fact.sources().stream()
                    .flatMap(name -> model.source().table(name).stream())
                    .map(SourceTable::columns)
                    .flatMap(List::stream)
                    .anyMatch(c -> c.lakeType().isTemporal());
            if (!keyed && !own) {
                boolean excused = !possible || fact.factType() == FactType.FACTLESS;
                report.say(
                        excused ? Severity.WARNING : Severity.ERROR,
                        fact,
                        fact.name() + " has no date" + (possible ? "." : ", and neither have its sources."));
            }
        }
    }

    /** A generated calendar, or one that the source keeps. */
    private static boolean isCalendar(TableSpec table) {
        return table instanceof TableSpec.DateDimension
                || table.common().patternId().equals("dim.date");
    }

    private static void unknown(DataModel model, Report report) {
        for (TableSpec.Fact fact : facts(model)) {
            for (ModelForeignKey key : fact.keys().foreign()) {
                key.columns().stream()
                        .filter(name ->
                                fact.column(name).map(ModelColumn::nullable).orElse(false))
                        .forEach(name ->
                                report.say(fact, name, name + " may be NULL; it should point to the unknown member."));
                model.byId(key.references())
                        .filter(dimension -> !hasUnknown(dimension))
                        .ifPresent(dimension -> report.say(
                                fact,
                                String.join(", ", key.columns()),
                                dimension.name() + " has no unknown member for " + fact.name() + " to point to."));
            }
        }
    }

    private static boolean hasUnknown(TableSpec table) {
        return switch (table) {
            case TableSpec.Dimension d -> !d.specialRows().isEmpty();
            case TableSpec.DateDimension d -> !d.specialRows().isEmpty();
            case TableSpec.Fact _, TableSpec.Hub _, TableSpec.Link _, TableSpec.Satellite _ -> true;
        };
    }

    private static void additivity(TableSpec.Fact fact, Report report) {
        measures(fact)
                .filter(measure -> measure.additivity().isEmpty())
                .forEach(measure ->
                        report.say(fact, measure.name(), measure.name() + " does not say whether it may be summed."));
    }

    private static void components(TableSpec.Fact fact, Report report) {
        List<ModelColumn> ratios = measures(fact)
                .filter(m ->
                        m.additivity().filter(a -> a == Additivity.NON_ADDITIVE).isPresent())
                .toList();
        boolean parts = measures(fact)
                .anyMatch(m ->
                        m.additivity().filter(a -> a != Additivity.NON_ADDITIVE).isPresent());
        if (!parts) {
            ratios.forEach(ratio ->
                    report.say(fact, ratio.name(), ratio.name() + " cannot be summed, and nothing beside it can."));
        }
    }

    private static void documentTotals(TableSpec.Fact fact, Report report) {
        boolean line = fact.sources().stream()
                .limit(1)
                .anyMatch(source ->
                        DocumentTotal.isLine(source.table(), fact.grain().columns()));
        measures(fact).filter(m -> line && DocumentTotal.isNamed(m.name())).forEach(m -> {
            boolean summed =
                    m.additivity().filter(a -> a == Additivity.NON_ADDITIVE).isEmpty();
            report.say(
                    summed ? ERROR : WARNING,
                    fact,
                    m.name(),
                    m.name() + " is an amount of the whole document on each of its lines"
                            + (summed ? "; it must not be additive." : ": never sum it over lines."));
        });
    }

    private static void text(TableSpec.Fact fact, Report report) {
        Set<String> keys = keyColumns(fact);
        fact.columns().stream()
                .filter(c -> c.type().equals(LakeType.STRING) && !keys.contains(c.name()))
                .filter(c -> c.role() == ColumnRole.ATTRIBUTE || c.role() == ColumnRole.MEASURE)
                .forEach(c -> report.say(fact, c.name(), c.name() + " is text; it belongs into a dimension."));
    }

    private static void centipede(TableSpec.Fact fact, Report report) {
        int keys = fact.keys().foreign().size();
        if (keys > CENTIPEDE) {
            report.say(fact, fact.name() + " has " + keys + " dimensions.");
        }
    }

    private static void factToFact(DataModel model, Report report) {
        for (TableSpec.Fact fact : facts(model)) {
            fact.keys().foreign().stream()
                    .map(key -> model.byId(key.references()).orElse(null))
                    .filter(TableSpec.Fact.class::isInstance)
                    .forEach(other ->
                            report.say(fact, fact.name() + " refers to a fact; join them by shared dimensions."));
        }
    }

    static Set<String> keyColumns(TableSpec.Fact fact) {
        return fact.keys().foreign().stream().flatMap(k -> k.columns().stream()).collect(Collectors.toSet());
    }

    private static Stream<ModelColumn> measures(TableSpec.Fact fact) {
        return fact.columns().stream().filter(c -> c.role() == ColumnRole.MEASURE);
    }

    static List<TableSpec.Fact> facts(DataModel model) {
        return model.tables().stream()
                .filter(TableSpec.Fact.class::isInstance)
                .map(TableSpec.Fact.class::cast)
                .toList();
    }
}
