package io.lakewright.generator.edit;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.JoinType;
import io.lakewright.core.model.Load;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds how a table is reached from a load without multiplying its rows: along foreign keys to parents, and back along
 * those whose columns are a key of the child.
 */
final class JoinPath {

    private final Map<TableName, SourceTable> tables = new LinkedHashMap<>();

    JoinPath(Collection<SourceTable> known) {
        known.forEach(table -> tables.putIfAbsent(table.name(), table));
    }

    /**
     * A load through which the wanted table can be read.
     *
     * @param alias of the wanted table
     * @param joined tables that had to be joined, in order
     * @param ambiguous whether another way of the same length exists
     */
    record Reached(Load load, String alias, List<TableName> joined, boolean ambiguous) {}

    private record Hop(TableName to, List<String> left, List<String> right) {}

    private record Way(String alias, TableName at, List<Hop> hops) {}

    /** The shortest way; the first in the order of relations and keys when several are as short. */
    Optional<Reached> from(Load load, TableName wanted) {
        Optional<String> there = aliasOf(load, wanted);
        if (there.isPresent()) {
            return Optional.of(new Reached(load, there.get(), List.of(), false));
        }
        Deque<Way> open = new ArrayDeque<>();
        Set<TableName> seen = new HashSet<>();
        relations(load).forEach((alias, table) -> {
            seen.add(table);
            open.add(new Way(alias, table, List.of()));
        });
        List<Way> found = new ArrayList<>();
        while (!open.isEmpty() && found.isEmpty()) {
            int level = open.size();
            Set<TableName> next = new HashSet<>();
            for (int i = 0; i < level; i++) {
                Way way = open.removeFirst();
                for (Hop hop : hops(way.at())) {
                    Way longer = longer(way, hop);
                    if (hop.to().equals(wanted)) {
                        found.add(longer);
                    } else if (!seen.contains(hop.to()) && next.add(hop.to())) {
                        open.add(longer);
                    }
                }
            }
            seen.addAll(next);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(joined(load, found.getFirst(), found.size() > 1));
    }

    /** The alias under which the load reads the table; only a single one, since several play different parts. */
    private static Optional<String> aliasOf(Load load, TableName wanted) {
        if (load.from().table().equals(wanted.text())) {
            return Optional.of(load.from().alias());
        }
        return load.from().joins().stream()
                .filter(j -> j.table().equals(wanted.text()))
                .map(Load.Join::alias)
                .findFirst();
    }

    private Map<String, TableName> relations(Load load) {
        Map<String, TableName> relations = new LinkedHashMap<>();
        known(load.from().table()).ifPresent(t -> relations.put(load.from().alias(), t));
        load.from().joins().forEach(j -> known(j.table()).ifPresent(t -> relations.put(j.alias(), t)));
        return relations;
    }

    private Optional<TableName> known(String text) {
        return tables.keySet().stream().filter(name -> name.text().equals(text)).findFirst();
    }

    private List<Hop> hops(TableName at) {
        List<Hop> hops = new ArrayList<>();
        SourceTable table = tables.get(at);
        if (table == null) {
            return hops;
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (tables.containsKey(key.references()) && !key.references().equals(at)) {
                hops.add(new Hop(key.references(), key.columns(), key.referencedColumns()));
            }
        }
        for (SourceTable child : tables.values()) {
            for (ForeignKey key : child.foreignKeys()) {
                if (key.references().equals(at) && !child.name().equals(at) && child.isKey(key.columns())) {
                    hops.add(new Hop(child.name(), key.referencedColumns(), key.columns()));
                }
            }
        }
        return hops;
    }

    private static Way longer(Way way, Hop hop) {
        List<Hop> hops = new ArrayList<>(way.hops());
        hops.add(hop);
        return new Way(way.alias(), hop.to(), hops);
    }

    private static Reached joined(Load load, Way way, boolean ambiguous) {
        List<Load.Join> joins = new ArrayList<>(load.from().joins());
        Set<String> aliases = new HashSet<>();
        aliases.add(load.from().alias());
        joins.forEach(j -> aliases.add(j.alias()));
        String left = way.alias();
        List<TableName> tables = new ArrayList<>();
        for (Hop hop : way.hops()) {
            String wanted = Names.snake(hop.to().table());
            String alias = wanted;
            for (int number = 2; !aliases.add(alias); number++) {
                alias = wanted + "_" + number;
            }
            List<Load.JoinPair> via = new ArrayList<>();
            for (int i = 0; i < hop.left().size(); i++) {
                via.add(new Load.JoinPair(
                        new ColumnRef(left, hop.left().get(i)), hop.right().get(i)));
            }
            joins.add(new Load.Join(alias, hop.to().text(), via, JoinType.LEFT));
            tables.add(hop.to());
            left = alias;
        }
        Load.LoadFrom from = load.from();
        return new Reached(
                load.withFrom(new Load.LoadFrom(from.alias(), from.table(), joins, from.where())),
                left,
                tables,
                ambiguous);
    }
}
