package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Extraction;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Every name leads somewhere (architecture, invariant 1). */
final class ResolutionRules {

    private ResolutionRules() {}

    static List<ModelRule> all() {
        return List.of(
                new ModelRule(
                        "R01",
                        "Every relation of a load is in the slice or the model",
                        ERROR,
                        ResolutionRules::relations),
                new ModelRule("R02", "Every column that a load reads exists", ERROR, ResolutionRules::columns),
                new ModelRule(
                        "R03",
                        "Every lookup leads to a dimension by its whole business key",
                        ERROR,
                        ResolutionRules::lookups),
                ModelRule.perTable("R04", "Loads fill columns that the table has", ERROR, ResolutionRules::filled),
                ModelRule.perTable(
                        "R05",
                        "Keys, grain, hash, history and layout name columns of the table",
                        ERROR,
                        ResolutionRules::named),
                new ModelRule("R06", "Every layer in use has a target", ERROR, ResolutionRules::targets),
                new ModelRule(
                        "R07",
                        "Every source table that is read lands under a name of its own",
                        ERROR,
                        ResolutionRules::landing),
                new ModelRule("R08", "Table and column ids are unique", ERROR, ResolutionRules::ids));
    }

    private static void relations(DataModel model, Report report) {
        each(model, (table, load) -> {
            Set<String> aliases = new HashSet<>();
            Stream.concat(
                            Stream.of(load.from().alias()),
                            load.from().joins().stream().map(Load.Join::alias))
                    .filter(alias -> !aliases.add(alias.toLowerCase(Locale.ROOT)))
                    .forEach(
                            alias -> report.say(table, "Load " + load.name() + " uses the alias " + alias + " twice."));
            Sources.relations(load)
                    .filter(text -> Sources.table(model, text).isEmpty()
                            && model.byId(text).isEmpty())
                    .forEach(text -> report.say(
                            table, "Load " + load.name() + " reads " + text + ", which is not in the model's source."));
        });
    }

    private static void columns(DataModel model, Report report) {
        each(model, (table, load) -> {
            Sources sources = new Sources(model, load);
            for (ColumnRef reference : Sources.references(load)) {
                if (!sources.resolves(reference)) {
                    report.say(
                            table,
                            "Load " + load.name() + " reads " + reference.alias() + "." + reference.column()
                                    + ", which does not exist.");
                }
            }
        });
    }

    private static void lookups(DataModel model, Report report) {
        each(model, (table, load) -> {
            for (Load.Lookup lookup : load.lookups()) {
                TableSpec dimension = model.byId(lookup.dimension()).orElse(null);
                boolean isDimension =
                        dimension instanceof TableSpec.Dimension || dimension instanceof TableSpec.DateDimension;
                if (dimension == null || !isDimension) {
                    report.say(
                            table,
                            lookup.column(),
                            lookup.column() + " is looked up in " + lookup.dimension() + ", which is no dimension.");
                } else if (dimension.businessKey().size() != lookup.naturalKey().size()) {
                    report.say(
                            table,
                            lookup.column(),
                            lookup.column() + " is looked up in " + dimension.name() + " by "
                                    + lookup.naturalKey().size() + " columns, but its business key has "
                                    + dimension.businessKey().size() + ".");
                }
            }
        });
    }

    private static void filled(TableSpec table, Report report) {
        for (Load load : table.loads()) {
            Set<String> seen = new HashSet<>();
            Stream.concat(
                            load.columns().stream().map(Load.LoadColumn::name),
                            load.lookups().stream().map(Load.Lookup::column))
                    .forEach(name -> {
                        if (table.column(name).isEmpty()) {
                            report.say(
                                    table, name, "Load " + load.name() + " fills " + name + ", which the table lacks.");
                        } else if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                            report.say(table, name, "Load " + load.name() + " fills " + name + " twice.");
                        }
                    });
        }
    }

    private static void named(TableSpec table, Report report) {
        List<String> names = new ArrayList<>(table.keys().primary());
        table.keys().unique().forEach(names::addAll);
        table.keys().foreign().forEach(key -> names.addAll(key.columns()));
        names.addAll(table.businessKey());
        names.addAll(table.physical().clustering());
        names.addAll(table.physical().partitioning());
        switch (table) {
            case TableSpec.Dimension d ->
                d.history().ifPresent(h -> names.addAll(List.of(h.validFrom(), h.validTo(), h.current())));
            case TableSpec.DateDimension _ -> {}
            case TableSpec.Fact f -> names.addAll(f.grain().columns());
            case TableSpec.Hub h -> names.addAll(h.hash().inputs());
            case TableSpec.Link l -> l.hash().childKey().ifPresent(names::add);
            case TableSpec.Satellite s -> names.addAll(s.hash().inputs());
        }
        names.stream()
                .distinct()
                .filter(name -> table.column(name).isEmpty())
                .forEach(name -> report.say(table, name, table.name() + " names " + name + ", which it lacks."));
    }

    private static void targets(DataModel model, Report report) {
        Stream<Layer> used = model.tables().stream().map(TableSpec::layer);
        Stream<Layer> landing = model.source().tables().isEmpty() ? Stream.empty() : Stream.of(Layer.BRONZE);
        Stream.concat(landing, used)
                .distinct()
                .filter(layer -> !model.targets().containsKey(layer))
                .forEach(layer ->
                        report.say("Layer " + layer.name().toLowerCase(Locale.ROOT) + " has no catalog and schema."));
    }

    private static void landing(DataModel model, Report report) {
        Set<String> names = new HashSet<>();
        for (Extraction extraction : model.source().extraction()) {
            if (!names.add(extraction.landing().toLowerCase(Locale.ROOT))) {
                report.say("Two source tables land as " + extraction.landing() + ".");
            }
        }
        model.tables().stream()
                .flatMap(table -> table.loads().stream())
                .flatMap(Sources::relations)
                .distinct()
                .flatMap(text -> Sources.table(model, text).stream())
                .filter(source -> model.source().extraction(source.name()).isEmpty())
                .forEach(source -> report.say(source.name() + " is read, but nothing says how it lands."));
    }

    private static void ids(DataModel model, Report report) {
        Set<String> tables = new HashSet<>();
        for (TableSpec table : model.tables()) {
            if (!tables.add(table.id())) {
                report.say(table, "The id " + table.id() + " stands for two tables.");
            }
            Set<String> columns = new HashSet<>();
            table.columns().stream()
                    .map(ModelColumn::id)
                    .filter(id -> !columns.add(id))
                    .forEach(id -> report.say(table, "The id " + id + " stands for two columns."));
        }
    }

    private interface LoadCheck {
        void run(TableSpec table, Load load);
    }

    private static void each(DataModel model, LoadCheck check) {
        model.tables().forEach(table -> table.loads().forEach(load -> check.run(table, load)));
    }
}
