package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How tables of every kind refer to each other (G). */
final class ReferenceRules {

    private ReferenceRules() {}

    static List<ModelRule> all() {
        return List.of(
                new ModelRule(
                        "G06", "A foreign key has the type of the key it refers to", ERROR, ReferenceRules::types),
                new ModelRule("G07", "A foreign key refers to a key of a table", ERROR, ReferenceRules::references),
                new ModelRule("G08", "References and load order have no circle", ERROR, ReferenceRules::circles),
                ModelRule.perTable("G11", "Key columns are NOT NULL", ERROR, ReferenceRules::nullableKeys));
    }

    private static void types(DataModel model, Report report) {
        eachKey(model, (table, key, parent) -> {
            for (int i = 0;
                    i < Math.min(key.columns().size(), key.referencedColumns().size());
                    i++) {
                ModelColumn from = table.column(key.columns().get(i)).orElse(null);
                ModelColumn to = parent.column(key.referencedColumns().get(i)).orElse(null);
                if (from != null && to != null && !from.type().equals(to.type())) {
                    report.say(
                            table,
                            from.name(),
                            from.name() + " is " + from.type() + ", but " + parent.name() + "." + to.name() + " is "
                                    + to.type() + ".");
                }
            }
        });
    }

    private static void references(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            for (ModelForeignKey key : table.keys().foreign()) {
                TableSpec parent = model.byId(key.references()).orElse(null);
                if (parent == null) {
                    report.say(table, table.name() + " refers to " + key.references() + ", which is not in the model.");
                } else if (!sameNames(parent.keys().primary(), key.referencedColumns())
                        || key.columns().size() != key.referencedColumns().size()) {
                    report.say(
                            table,
                            String.join(", ", key.columns()) + " of " + table.name()
                                    + " does not refer to the primary key of " + parent.name() + ".");
                }
            }
        }
    }

    private static boolean sameNames(List<String> left, List<String> right) {
        return left.size() == right.size()
                && left.stream().allMatch(l -> right.stream().anyMatch(l::equalsIgnoreCase));
    }

    private static void circles(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (reaches(model, table, table.id(), new HashSet<>())) {
                report.say(table, table.name() + " refers to itself by way of other tables.");
            }
            int first = table.loads().stream().mapToInt(Load::order).min().orElse(Integer.MAX_VALUE);
            for (String needed : needs(model, table)) {
                int last = model.byId(needed).stream()
                        .flatMap(t -> t.loads().stream())
                        .mapToInt(Load::order)
                        .max()
                        .orElse(0);
                if (last >= first) {
                    report.say(table, table.name() + " is loaded before " + needed + ", which it needs.");
                }
            }
        }
    }

    private static List<String> needs(DataModel model, TableSpec table) {
        List<String> needs = new ArrayList<>();
        for (Load load : table.loads()) {
            load.lookups().forEach(l -> needs.add(l.dimension()));
            Sources.relations(load).filter(text -> model.byId(text).isPresent()).forEach(needs::add);
        }
        return needs.stream().distinct().filter(n -> !n.equals(table.id())).toList();
    }

    private static boolean reaches(DataModel model, TableSpec from, String wanted, Set<String> seen) {
        for (ModelForeignKey key : from.keys().foreign()) {
            String next = key.references();
            if (next.equals(wanted) && !from.id().equals(wanted)) {
                return true;
            }
            boolean onwards = !next.equals(from.id()) && seen.add(next);
            if (onwards
                    && model.byId(next)
                            .map(t -> reaches(model, t, wanted, seen))
                            .orElse(false)) {
                return true;
            }
        }
        return false;
    }

    private static void nullableKeys(TableSpec table, Report report) {
        Set<String> keys = new HashSet<>(table.keys().primary());
        if (table instanceof TableSpec.Hub hub) {
            keys.addAll(hub.businessKey());
        }
        table.columns().stream()
                .filter(column -> column.nullable() && keys.contains(column.name()))
                .forEach(column -> report.say(table, column.name(), column.name() + " is a key and may be NULL."));
    }

    private interface KeyCheck {
        void run(TableSpec table, ModelForeignKey key, TableSpec parent);
    }

    private static void eachKey(DataModel model, KeyCheck check) {
        model.tables()
                .forEach(table -> table.keys()
                        .foreign()
                        .forEach(key ->
                                model.byId(key.references()).ifPresent(parent -> check.run(table, key, parent))));
    }
}
