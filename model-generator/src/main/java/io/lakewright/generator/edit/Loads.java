package io.lakewright.generator.edit;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes of loads that several edits need. */
final class Loads {

    private Loads() {}

    static Load with(Load load, List<Load.Lookup> lookups) {
        return new Load(
                load.name(),
                load.from(),
                load.columns(),
                lookups,
                load.recordSource(),
                load.strategy(),
                load.sequenceBy(),
                load.monotone(),
                load.deleteHandling(),
                load.order());
    }

    /** The load with every reference to a column of a relation rewritten. */
    static Load mapReferences(Load load, UnaryOperator<ColumnRef> change) {
        Load.LoadFrom from = new Load.LoadFrom(
                load.from().alias(),
                load.from().table(),
                load.from().joins().stream().map(j -> join(j, change)).toList(),
                load.from().where().stream()
                        .map(c -> new Load.Condition(change.apply(c.column()), c.operator(), c.value()))
                        .toList());
        return new Load(
                load.name(),
                from,
                load.columns().stream()
                        .map(c -> new Load.LoadColumn(
                                c.name(), c.sources().stream().map(change).toList(), c.transform()))
                        .toList(),
                load.lookups().stream()
                        .map(l -> new Load.Lookup(
                                l.column(),
                                l.dimension(),
                                l.naturalKey().stream().map(change).toList(),
                                l.asOf().map(change)))
                        .toList(),
                load.recordSource(),
                load.strategy(),
                load.sequenceBy().map(change),
                load.monotone(),
                load.deleteHandling(),
                load.order());
    }

    private static Load.Join join(Load.Join join, UnaryOperator<ColumnRef> change) {
        List<Load.JoinPair> via = join.via().stream()
                .map(p -> new Load.JoinPair(
                        change.apply(p.left()),
                        change.apply(new ColumnRef(join.alias(), p.right())).column()))
                .toList();
        return new Load.Join(join.alias(), join.table(), via, join.type());
    }

    /** The aliases that columns, lookups, conditions and other joins of the load refer to. */
    static Set<String> usedAliases(Load load) {
        Stream<ColumnRef> columns = load.columns().stream().flatMap(c -> c.sources().stream());
        Stream<ColumnRef> lookups =
                load.lookups().stream().flatMap(l -> Stream.concat(l.naturalKey().stream(), l.asOf().stream()));
        Stream<ColumnRef> rest = Stream.concat(
                load.from().where().stream().map(Load.Condition::column),
                load.from().joins().stream().flatMap(j -> j.via().stream()).map(Load.JoinPair::left));
        return Stream.of(columns, lookups, rest, load.sequenceBy().stream())
                .flatMap(s -> s)
                .map(ColumnRef::alias)
                .collect(Collectors.toSet());
    }

    /** The load without joins of these aliases that nothing uses any more, and without what only they needed. */
    static Load pruned(Load load, Set<String> candidates) {
        Load current = load;
        List<String> open = new ArrayList<>(candidates);
        while (true) {
            Set<String> used = usedAliases(current);
            Optional<Load.Join> idle = current.from().joins().stream()
                    .filter(j -> open.contains(j.alias()) && !used.contains(j.alias()))
                    .findFirst();
            if (idle.isEmpty()) {
                return current;
            }
            idle.get().via().forEach(p -> open.add(p.left().alias()));
            Load.LoadFrom from = current.from();
            current = current.withFrom(new Load.LoadFrom(
                    from.alias(),
                    from.table(),
                    from.joins().stream().filter(j -> !j.equals(idle.get())).toList(),
                    from.where()));
        }
    }

    /** The load with one more column, placed by the order of the target's columns; change hashes take it in at their end. */
    static Load adding(Load load, Load.LoadColumn column, List<String> targetOrder, boolean hashed) {
        List<Load.LoadColumn> columns = new ArrayList<>();
        for (Load.LoadColumn each : load.columns()) {
            boolean takesIt = hashed && each.transform() instanceof Transform.HashDiff;
            List<ColumnRef> sources = takesIt
                    ? Stream.concat(each.sources().stream(), column.sources().stream())
                            .toList()
                    : each.sources();
            columns.add(new Load.LoadColumn(each.name(), sources, each.transform()));
        }
        int place = targetOrder.indexOf(column.name());
        int at = 0;
        while (at < columns.size() && targetOrder.indexOf(columns.get(at).name()) < place) {
            at++;
        }
        columns.add(at, column);
        return load.withColumns(columns);
    }

    /** The load without a column, in change hashes too. */
    static Load removing(Load load, String name) {
        List<Load.LoadColumn> gone =
                load.columns().stream().filter(c -> c.name().equals(name)).toList();
        if (gone.isEmpty()) {
            return load;
        }
        List<ColumnRef> sources = gone.getFirst().sources();
        List<Load.LoadColumn> kept = load.columns().stream()
                .filter(c -> !c.name().equals(name))
                .map(c -> c.transform() instanceof Transform.HashDiff
                        ? new Load.LoadColumn(
                                c.name(),
                                c.sources().stream()
                                        .filter(s -> !sources.contains(s))
                                        .toList(),
                                c.transform())
                        : c)
                .toList();
        return pruned(
                load.withColumns(kept), sources.stream().map(ColumnRef::alias).collect(Collectors.toSet()));
    }
}
