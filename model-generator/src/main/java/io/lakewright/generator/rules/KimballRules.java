package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;
import static io.lakewright.core.check.Severity.INFO;
import static io.lakewright.core.check.Severity.WARNING;

import io.lakewright.core.check.Severity;
import io.lakewright.core.model.Additivity;
import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dimensional rules (K). */
final class KimballRules {

    private static final int CENTIPEDE = 20;
    private static final int FLAGS = 3;

    private KimballRules() {}

    static List<ModelRule> all() {
        return List.of(
                ModelRule.per(TableSpec.Fact.class, "K01", "A fact declares its grain", ERROR, KimballRules::grain),
                new ModelRule("K03", "A fact has a date", ERROR, KimballRules::date),
                new ModelRule(
                        "K04",
                        "A fact's keys are never NULL, and their dimensions have an unknown member",
                        ERROR,
                        KimballRules::unknown),
                ModelRule.per(
                        TableSpec.Fact.class, "K05", "A measure says how it adds up", ERROR, KimballRules::additivity),
                ModelRule.per(
                        TableSpec.Fact.class,
                        "K06",
                        "A ratio stands beside what it is made of",
                        WARNING,
                        KimballRules::components),
                ModelRule.per(
                        TableSpec.Fact.class,
                        "K08",
                        "A fact holds no text but degenerate keys",
                        WARNING,
                        KimballRules::text),
                ModelRule.per(
                        TableSpec.Fact.class,
                        "K09",
                        "A fact has at most twenty dimensions",
                        WARNING,
                        KimballRules::centipede),
                new ModelRule("K10", "Facts do not refer to facts", ERROR, KimballRules::factToFact),
                ModelRule.per(
                        TableSpec.Dimension.class,
                        "K11",
                        "A dimension has a surrogate and a natural key",
                        WARNING,
                        KimballRules::keys),
                ModelRule.per(
                        TableSpec.Dimension.class,
                        "K12",
                        "A type 2 dimension has validity columns and a natural key",
                        ERROR,
                        KimballRules::versions),
                new ModelRule("K17", "Dimensions are flat", WARNING, KimballRules::snowflake),
                new ModelRule("K18", "An attribute has one type wherever it stands", ERROR, KimballRules::conformed),
                ModelRule.per(
                        TableSpec.Fact.class, "K26", "Flags belong into a dimension", WARNING, KimballRules::flags),
                new ModelRule("K29", "Dimensions are used by facts", WARNING, KimballRules::used));
    }

    private static void grain(TableSpec.Fact fact, Report report) {
        if (fact.grain().words().isBlank() || fact.grain().columns().isEmpty()) {
            report.say(fact, fact.name() + " does not say what one row stands for, in words and columns.");
        }
    }

    private static void date(DataModel model, Report report) {
        for (TableSpec.Fact fact : facts(model)) {
            boolean keyed = fact.keys().foreign().stream()
                    .anyMatch(k -> model.byId(k.references()).orElse(null) instanceof TableSpec.DateDimension);
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

    private static void keys(TableSpec.Dimension dimension, Report report) {
        boolean surrogate = dimension.common().surrogate() != SurrogateKind.NONE
                || dimension.columns().stream().anyMatch(c -> c.role() == ColumnRole.SURROGATE_KEY);
        if (!surrogate) {
            report.say(dimension, dimension.name() + " has no surrogate key.");
        }
        if (dimension.businessKey().isEmpty()) {
            report.say(dimension, dimension.name() + " has no natural key.");
        }
    }

    private static void versions(TableSpec.Dimension dimension, Report report) {
        boolean versions = dimension.scdType() == ScdType.TYPE_2;
        if (versions
                && (dimension.history().isEmpty() || dimension.businessKey().isEmpty())) {
            report.say(dimension, dimension.name() + " keeps versions but lacks validity columns or a natural key.");
        }
        boolean validity = dimension.columns().stream()
                .anyMatch(c -> c.role() == ColumnRole.VALID_FROM || c.role() == ColumnRole.IS_CURRENT);
        if (!versions && (validity || dimension.history().isPresent())) {
            report.say(dimension, dimension.name() + " keeps no versions but has validity columns.");
        }
    }

    private static void snowflake(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (table instanceof TableSpec.Dimension) {
                table.keys().foreign().stream()
                        .map(key -> model.byId(key.references()).orElse(null))
                        .filter(TableSpec.Dimension.class::isInstance)
                        .forEach(parent -> report.say(
                                table,
                                table.name() + " refers to another dimension instead of carrying its attributes."));
            }
        }
    }

    private static void conformed(DataModel model, Report report) {
        Map<ColumnOrigin, ModelColumn> seen = new HashMap<>();
        for (TableSpec table : model.tables()) {
            if (!(table instanceof TableSpec.Dimension)) {
                continue;
            }
            for (ModelColumn column : table.columns()) {
                Optional<ModelColumn> other = column.source().map(seen::get);
                if (other.isPresent() && !other.get().type().equals(column.type())) {
                    report.say(
                            table,
                            column.name(),
                            column.name() + " is " + column.type() + " here and "
                                    + other.get().type() + " as " + other.get().id() + ".");
                }
                column.source().ifPresent(origin -> seen.putIfAbsent(origin, column));
            }
        }
    }

    private static void flags(TableSpec.Fact fact, Report report) {
        Set<String> keys = keyColumns(fact);
        List<String> flags = fact.columns().stream()
                .filter(c -> !keys.contains(c.name()))
                .filter(c -> c.type().equals(LakeType.BOOLEAN)
                        || Names.words(c.name()).contains("flag")
                        || c.name().startsWith("is_")
                        || c.name().startsWith("has_"))
                .map(ModelColumn::name)
                .toList();
        if (flags.size() >= FLAGS) {
            report.say(
                    fact,
                    fact.name() + " holds " + flags.size() + " flags (" + String.join(", ", flags)
                            + "); a junk dimension takes them.");
        }
    }

    private static void used(DataModel model, Report report) {
        List<TableSpec.Fact> facts = facts(model);
        Set<String> referred = model.tables().stream()
                .flatMap(t -> t.keys().foreign().stream())
                .map(ModelForeignKey::references)
                .collect(Collectors.toSet());
        model.tables().stream()
                .filter(t -> t instanceof TableSpec.Dimension || t instanceof TableSpec.DateDimension)
                .filter(t -> !facts.isEmpty() && !referred.contains(t.id()))
                .forEach(t -> report.say(t, "No fact refers to " + t.name() + "."));
        facts.stream()
                .filter(fact -> fact.keys().foreign().stream()
                                .map(ModelForeignKey::references)
                                .distinct()
                                .count()
                        < 2)
                .forEach(fact -> report.say(INFO, fact, fact.name() + " has fewer than two dimensions."));
    }

    private static Set<String> keyColumns(TableSpec.Fact fact) {
        return fact.keys().foreign().stream().flatMap(k -> k.columns().stream()).collect(Collectors.toSet());
    }

    private static Stream<ModelColumn> measures(TableSpec.Fact fact) {
        return fact.columns().stream().filter(c -> c.role() == ColumnRole.MEASURE);
    }

    private static List<TableSpec.Fact> facts(DataModel model) {
        return model.tables().stream()
                .filter(TableSpec.Fact.class::isInstance)
                .map(TableSpec.Fact.class::cast)
                .toList();
    }
}
