package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;
import static io.lakewright.core.check.Severity.INFO;
import static io.lakewright.core.check.Severity.WARNING;

import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.naming.Names;
import io.lakewright.core.type.LakeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules about dimensions, and about what belongs into one (K of modeling.md). */
final class DimensionRules {

    private static final int FLAGS = 3;

    private DimensionRules() {}

    static List<ModelRule> all() {
        return List.of(
                ModelRule.per(
                        TableSpec.Dimension.class,
                        "K11",
                        "A dimension has a surrogate and a natural key",
                        WARNING,
                        DimensionRules::keys),
                ModelRule.per(
                        TableSpec.Dimension.class,
                        "K12",
                        "A type 2 dimension has validity columns and a natural key",
                        ERROR,
                        DimensionRules::versions),
                new ModelRule("K17", "Dimensions are flat", WARNING, DimensionRules::snowflake),
                new ModelRule("K18", "An attribute has one type wherever it stands", ERROR, DimensionRules::conformed),
                ModelRule.per(
                        TableSpec.Fact.class, "K26", "Flags belong into a dimension", WARNING, DimensionRules::flags),
                ModelRule.per(
                        TableSpec.Dimension.class,
                        "K27",
                        "A dimension says more than its key",
                        WARNING,
                        DimensionRules::attributes),
                new ModelRule("K29", "Dimensions are used by facts", WARNING, DimensionRules::used));
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

    private static void attributes(TableSpec.Dimension dimension, Report report) {
        boolean bare = dimension.columns().stream().noneMatch(c -> c.role() == ColumnRole.ATTRIBUTE);
        if (bare && !dimension.columns().isEmpty()) {
            report.say(dimension, dimension.name() + " has no attribute besides its key.");
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
        Set<String> keys = FactRules.keyColumns(fact);
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
        List<TableSpec.Fact> facts = FactRules.facts(model);
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
}
