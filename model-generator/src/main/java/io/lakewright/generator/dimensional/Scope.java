package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.understand.ColumnRoles;
import io.lakewright.analyzer.understand.HeaderDetail;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.TableClass;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.Nearest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The tables a request is about, in its order, and the references around them. */
final class Scope {

    private static final int LONGEST_PATH = 5;

    private final SourceSchema schema;
    private final SchemaUnderstanding understanding;
    private final List<HeaderDetail> documents;
    private final Set<TableName> named = new LinkedHashSet<>();

    Scope(SourceSchema schema, DesignRequest request) {
        this.schema = schema;
        this.understanding = SchemaUnderstanding.of(schema);
        this.documents = understanding.patterns().headerDetails();
        request.tables().forEach(table -> named.add(existing(table)));
        request.facts().forEach(table -> named.add(existing(table)));
        request.dimensions().forEach(table -> named.add(existing(table)));
    }

    SourceSchema schema() {
        return schema;
    }

    /** Tables that the request names, each once. */
    List<TableName> named() {
        return List.copyOf(named);
    }

    /** Brings a table in that the request does not name. */
    void take(TableName table) {
        named.add(table);
    }

    boolean isNamed(TableName table) {
        return named.contains(table);
    }

    SourceTable table(TableName name) {
        return schema.table(name).orElseThrow(() -> new IllegalStateException("not in the schema: " + name));
    }

    TableClass classOf(TableName table) {
        return understanding.classOf(table);
    }

    ColumnRoles roles(TableName table) {
        return understanding.roles(table);
    }

    /** Documents and their lines, in the whole schema. */
    List<HeaderDetail> documents() {
        return documents;
    }

    /** The columns that identify a row: the primary key, else the best key there is; empty when there is none. */
    List<String> key(TableName table) {
        SourceTable found = table(table);
        if (!found.primaryKey().isEmpty()) {
            return found.primaryKey();
        }
        List<List<String>> solid = found.unique().stream()
                .filter(key -> key.stream()
                        .allMatch(
                                c -> found.column(c).filter(x -> !x.nullable()).isPresent()))
                .toList();
        return solid.isEmpty() ? understanding.keys(found).recommendedBusinessKey() : solid.getFirst();
    }

    /** A unique key that people may know better than the primary key; empty when there is none. */
    List<String> code(TableName table) {
        List<String> best = understanding.keys(table(table)).recommendedBusinessKey();
        return best.equals(key(table)) ? List.of() : best;
    }

    /** References that the table holds to other tables. */
    List<SourceRelationship> references(TableName table) {
        return understanding.outgoing(table).stream()
                .filter(r -> !r.isSelfReference())
                .toList();
    }

    /** How many other tables refer to this one. */
    long referrers(TableName table) {
        return understanding.incoming(table).stream()
                .filter(r -> !r.isSelfReference())
                .map(SourceRelationship::from)
                .distinct()
                .count();
    }

    List<SourceRelationship> selfReferences(TableName table) {
        return understanding.outgoing(table).stream()
                .filter(SourceRelationship::isSelfReference)
                .toList();
    }

    /** Columns of the table that refer to another table or to itself. */
    Set<String> referenceColumns(TableName table) {
        return understanding.foreignKeyColumns(table);
    }

    /** The references along a shortest way upwards, through tables that may be passed; empty when there is none. */
    List<SourceRelationship> pathUp(TableName from, TableName to, Predicate<TableName> mayPass) {
        Map<TableName, SourceRelationship> came = new HashMap<>();
        Map<TableName, Integer> depth = new HashMap<>(Map.of(from, 0));
        Deque<TableName> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            TableName at = next.remove();
            int here = depth.getOrDefault(at, 0);
            if (at.equals(to) || here >= LONGEST_PATH || (!at.equals(from) && !mayPass.test(at))) {
                continue;
            }
            for (SourceRelationship reference : references(at)) {
                if (depth.putIfAbsent(reference.to(), here + 1) == null) {
                    came.put(reference.to(), reference);
                    next.add(reference.to());
                }
            }
        }
        List<SourceRelationship> path = new ArrayList<>();
        SourceRelationship last = from.equals(to) ? null : came.get(to);
        while (last != null) {
            path.addFirst(last);
            last = last.from().equals(from) ? null : came.get(last.from());
        }
        return path;
    }

    /** Whether one can get from one table up to the other within the given tables. */
    boolean reaches(TableName from, TableName to, Set<TableName> within) {
        return within.contains(to) && !pathUp(from, to, within::contains).isEmpty();
    }

    /** What a row of the table is called; its schema stands in front when another named table is called alike. */
    String entity(TableName table) {
        String bare = stripped(table);
        Set<TableName> alike = new HashSet<>();
        for (SourceTable other : schema.tables()) {
            if (named.contains(other.name()) && stripped(other.name()).equals(bare)) {
                alike.add(other.name());
            }
        }
        alike.remove(table);
        return alike.isEmpty() ? bare : Names.snake(table.schema()) + "_" + bare;
    }

    private static String stripped(TableName table) {
        String name = Names.singular(table.table());
        for (String prefix : List.of("dim_", "fact_", "fct_", "tbl_")) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    private TableName existing(TableName table) {
        return schema.table(table)
                .map(SourceTable::name)
                .orElseThrow(() -> Nearest.notFound(
                                "LW-1810",
                                "There is no table " + table.text() + " in " + schema.name() + ".",
                                table.table(),
                                schema.tables().stream()
                                        .map(t -> t.name().text())
                                        .toList())
                        .exception());
    }
}
