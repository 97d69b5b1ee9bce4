package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;
import static io.lakewright.core.check.Severity.WARNING;

import io.lakewright.core.check.Severity;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Transform;
import io.lakewright.core.schema.Column;
import io.lakewright.core.type.LakeType;
import io.lakewright.generator.design.BookkeepingColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What enters the hashes of a vault (D). */
final class VaultHashRules {

    private VaultHashRules() {}

    static List<ModelRule> all() {
        return List.of(
                new ModelRule("D08", "Every load hashes a key of the same parts", ERROR, VaultHashRules::sameParts),
                new ModelRule(
                        "D09",
                        "The change hash takes every attribute and nothing technical",
                        ERROR,
                        VaultHashRules::changeHash),
                new ModelRule(
                        "D10",
                        "A link hashes its hubs' business keys and its child key in order",
                        ERROR,
                        VaultHashRules::linkInputs),
                new ModelRule(
                        "D23", "An empty optional reference becomes the zero key", WARNING, VaultHashRules::optional),
                new ModelRule("D34", "No floating number enters a hash key", WARNING, VaultHashRules::floating));
    }

    private static void sameParts(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            for (Load load : table.loads()) {
                for (Load.LoadColumn column : load.columns()) {
                    int wanted = parts(model, table, column.name());
                    if (column.transform() instanceof Transform.HashKey
                            && wanted >= 0
                            && column.sources().size() != wanted) {
                        report.say(
                                table,
                                column.name(),
                                "Load " + load.name() + " hashes "
                                        + column.sources().size() + " parts into " + column.name() + " instead of "
                                        + wanted + ".");
                    }
                }
            }
        }
    }

    /** How many values enter a hash key, or -1 where that is not known. */
    private static int parts(DataModel model, TableSpec table, String column) {
        for (ModelForeignKey key : table.keys().foreign()) {
            if (key.columns().equals(List.of(column))) {
                return model.byId(key.references())
                        .map(VaultHashRules::ownParts)
                        .orElse(-1);
            }
        }
        return table.keys().primary().contains(column) ? ownParts(table) : -1;
    }

    private static int ownParts(TableSpec table) {
        return switch (table) {
            case TableSpec.Hub hub -> hub.businessKey().size();
            case TableSpec.Link link -> link.hash().inputs().size();
            case TableSpec.Satellite _, TableSpec.Dimension _, TableSpec.DateDimension _, TableSpec.Fact _ -> -1;
        };
    }

    private static void changeHash(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (!(table instanceof TableSpec.Satellite satellite)) {
                continue;
            }
            Set<String> inputs = new HashSet<>(satellite.hash().inputs());
            if (inputs.isEmpty()) {
                report.say(satellite, satellite.name() + " hashes no attribute, so no change is ever seen.");
            }
            for (ModelColumn column : satellite.columns()) {
                boolean mark = column.source()
                        .map(o -> BookkeepingColumns.isMark(o.column(), column.type()))
                        .orElse(false);
                boolean attribute = column.role() == ColumnRole.ATTRIBUTE;
                if (inputs.contains(column.name()) && (!attribute || mark)) {
                    report.say(
                            satellite,
                            column.name(),
                            column.name() + " is technical and must not enter the change hash.");
                } else if (!inputs.contains(column.name()) && attribute && !mark) {
                    report.say(
                            Severity.WARNING,
                            satellite,
                            column.name(),
                            column.name() + " is missing from the change hash, so its changes are lost.");
                }
            }
            for (Load load : satellite.loads()) {
                load.columns().stream()
                        .filter(c -> c.transform() instanceof Transform.HashDiff)
                        .filter(c -> c.sources().size() != inputs.size())
                        .forEach(c -> report.say(
                                satellite,
                                c.name(),
                                "Load " + load.name() + " hashes " + c.sources().size()
                                        + " values, but the table declares " + inputs.size() + "."));
            }
        }
    }

    private static void linkInputs(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (!(table instanceof TableSpec.Link link)) {
                continue;
            }
            List<String> wanted = new ArrayList<>();
            link.parents().forEach(p -> model.byId(p).ifPresent(hub -> wanted.addAll(hub.businessKey())));
            link.columns().stream()
                    .filter(c -> c.role() == ColumnRole.BUSINESS_KEY)
                    .forEach(c -> wanted.add(c.name()));
            if (!wanted.equals(link.hash().inputs())) {
                report.say(
                        link,
                        link.name() + " hashes " + String.join(", ", link.hash().inputs()) + " instead of "
                                + String.join(", ", wanted) + ".");
            }
        }
    }

    private static void optional(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            boolean hierarchical = new HashSet<>(table.parents()).size() == 1;
            if (!(table instanceof TableSpec.Link link) || hierarchical) {
                continue;
            }
            for (Load load : link.loads()) {
                Set<ColumnRef> required = new HashSet<>();
                load.from().where().stream()
                        .filter(c -> c.operator() == Load.Condition.Operator.IS_NOT_NULL)
                        .forEach(c -> required.add(c.column()));
                link.keys().foreign().stream()
                        .skip(1)
                        .flatMap(k -> k.columns().stream())
                        .flatMap(name -> Sources.filling(load, name).stream())
                        .filter(c -> c.sources().stream().anyMatch(required::contains))
                        .forEach(c -> report.say(
                                link, c.name(), "Load " + load.name() + " leaves rows without " + c.name() + " out."));
            }
        }
    }

    private static void floating(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            for (Load load : table.loads()) {
                Sources sources = new Sources(model, load);
                load.columns().stream()
                        .filter(c -> c.transform() instanceof Transform.HashKey)
                        .filter(c -> c.sources().stream()
                                .flatMap(r -> sources.column(r).stream())
                                .map(Column::lakeType)
                                .anyMatch(t -> t.base() == LakeType.Base.DOUBLE || t.base() == LakeType.Base.FLOAT))
                        .forEach(c -> report.say(
                                table, c.name(), c.name() + " hashes a floating number, which has no stable text."));
            }
        }
    }
}
