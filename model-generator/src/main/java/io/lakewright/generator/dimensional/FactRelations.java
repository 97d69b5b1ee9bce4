package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The relations that a fact's load reads: lines, their document, and tables on the way to dimensions, each once. A table
 * on the way is not joined when the row before already holds what is needed of it. No join drops a row: what the driving
 * table refers to may arrive later, and nothing in a lake holds a reference.
 */
final class FactRelations {

    private final Scope scope;
    private final Notes notes;
    private final List<JoinedTable> tables = new ArrayList<>();
    private final Map<String, JoinedTable> byHop = new HashMap<>();

    FactRelations(Scope scope, Notes notes, FactPlan plan) {
        this.scope = scope;
        this.notes = notes;
        tables.add(JoinedTable.driving(scope.entity(plan.driving()), scope.table(plan.driving())));
        plan.toHeader().ifPresent(via -> join(driving(), via));
    }

    JoinedTable driving() {
        return tables.getFirst();
    }

    /** The document of the lines, when there is one. */
    Optional<JoinedTable> header(FactPlan plan) {
        return plan.toHeader().map(via -> join(driving(), via));
    }

    List<JoinedTable> all() {
        return List.copyOf(tables);
    }

    /** The table at the other end of a reference, joined once. */
    JoinedTable follow(JoinedTable from, SourceRelationship hop) {
        return join(from, hop);
    }

    /** Columns of the load that hold the key of the dimension at the end of the link, in the order of that key. */
    List<ColumnRef> keyOf(FactPlan plan, FactPlan.Link link) {
        JoinedTable at = link.fromHeader() ? header(plan).orElse(driving()) : driving();
        List<SourceRelationship> path = link.path();
        List<ColumnRef> held = refs(at, path.getFirst().fromColumns());
        for (int i = 0; i < path.size(); i++) {
            SourceRelationship hop = path.get(i);
            notes.joined(hop);
            List<String> needed = i + 1 < path.size() ? path.get(i + 1).fromColumns() : scope.key(hop.to());
            Optional<List<ColumnRef>> known = pick(hop.toColumns(), held, needed);
            if (known.isPresent()) {
                held = known.get();
                at = joined(at, hop).orElse(at);
            } else {
                at = joinFrom(at, hop, held);
                held = refs(at, needed);
            }
        }
        return held;
    }

    private Optional<JoinedTable> joined(JoinedTable from, SourceRelationship hop) {
        return Optional.ofNullable(byHop.get(hopId(from, hop)));
    }

    private JoinedTable join(JoinedTable from, SourceRelationship hop) {
        return byHop.computeIfAbsent(hopId(from, hop), id -> {
            notes.joined(hop);
            JoinedTable added = new JoinedTable(
                    alias(scope.entity(hop.to())),
                    scope.table(hop.to()),
                    false,
                    Optional.of(new JoinedTable.Reach(from.alias(), hop, false)),
                    false);
            tables.add(added);
            return added;
        });
    }

    /** Joins the next table by the columns that are held, which may be those of a table that was passed over. */
    private JoinedTable joinFrom(JoinedTable at, SourceRelationship hop, List<ColumnRef> held) {
        if (held.equals(refs(at, hop.fromColumns()))) {
            return join(at, hop);
        }
        String alias = held.getFirst().alias();
        JoinedTable owner =
                tables.stream().filter(t -> t.alias().equals(alias)).findFirst().orElse(driving());
        SourceRelationship direct = new SourceRelationship(
                hop.type(),
                owner.table().name(),
                held.stream().map(ColumnRef::column).toList(),
                hop.to(),
                hop.toColumns(),
                hop.role(),
                hop.declared(),
                hop.confidence(),
                hop.evidence());
        return join(owner, direct);
    }

    private static Optional<List<ColumnRef>> pick(List<String> columns, List<ColumnRef> held, List<String> needed) {
        List<ColumnRef> picked = new ArrayList<>();
        for (String name : needed) {
            int at = columns.stream()
                    .map(c -> c.toLowerCase(Locale.ROOT))
                    .toList()
                    .indexOf(name.toLowerCase(Locale.ROOT));
            if (at < 0) {
                return Optional.empty();
            }
            picked.add(held.get(at));
        }
        return Optional.of(picked);
    }

    private static List<ColumnRef> refs(JoinedTable table, List<String> columns) {
        return columns.stream().map(c -> new ColumnRef(table.alias(), c)).toList();
    }

    private static String hopId(JoinedTable from, SourceRelationship hop) {
        return from.alias() + ">" + String.join(",", hop.fromColumns()) + ">"
                + hop.to().text();
    }

    private String alias(String wanted) {
        String alias = wanted;
        for (int number = 2; isTaken(alias); number++) {
            alias = wanted + "_" + number;
        }
        return alias;
    }

    private boolean isTaken(String alias) {
        return tables.stream().anyMatch(t -> t.alias().equals(alias));
    }

    /** The alias of a table, or the driving one's. */
    JoinedTable of(TableName table) {
        return tables.stream()
                .filter(t -> t.table().name().equals(table))
                .findFirst()
                .orElse(driving());
    }
}
