package io.lakewright.analyzer.understand;

import io.lakewright.analyzer.understand.SchemaPatterns.Hierarchy;
import io.lakewright.analyzer.understand.SchemaPatterns.Pattern;
import io.lakewright.analyzer.understand.TableClass.Kind;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds modelling patterns that a schema already uses, each with its evidence. Those of warehouses are found by {@code
 * io.lakewright.analyzer.existing.ExistingPatterns}.
 */
public final class PatternDetector {

    private final SourceSchema schema;
    private final List<SourceRelationship> relationships;
    private final Map<TableName, TableClass> classes;
    private final Map<TableName, ColumnRoles> roles;
    private final List<Pattern> patterns = new ArrayList<>();

    private PatternDetector(
            SourceSchema schema,
            List<SourceRelationship> relationships,
            Map<TableName, TableClass> classes,
            Map<TableName, ColumnRoles> roles) {
        this.schema = schema;
        this.relationships = relationships;
        this.classes = classes;
        this.roles = roles;
    }

    public static SchemaPatterns detect(
            SourceSchema schema,
            List<SourceRelationship> relationships,
            Map<TableName, TableClass> classes,
            Map<TableName, ColumnRoles> roles) {
        return new PatternDetector(schema, relationships, classes, roles).run();
    }

    private SchemaPatterns run() {
        List<HeaderDetail> headerDetails = headerDetails();
        List<Hierarchy> hierarchies = hierarchies();
        add("many_to_many", named(Kind.BRIDGE), "tables whose key only joins other tables", 0.9);
        add(
                "header_detail",
                headerDetails.stream().map(HeaderDetail::detail).distinct().toList(),
                "lines that belong to a dated document",
                0.85);
        add(
                "self_reference",
                relationships.stream()
                        .filter(SourceRelationship::isSelfReference)
                        .map(SourceRelationship::from)
                        .distinct()
                        .toList(),
                "tables that refer to themselves",
                0.95);
        add("role_playing", rolePlaying(), "several references to the same table", 0.95);
        add(
                "polymorphic_reference",
                polymorphic(),
                "one column says to which table another one refers; no foreign key can say that",
                0.85);
        add("history", named(Kind.HISTORY), "tables that keep former states", 0.85);
        add(
                "validity_period",
                having(r -> r.has(SourceRole.VALIDITY_START) && r.has(SourceRole.VALIDITY_END)),
                "a start and an end date per row",
                0.8);
        add(
                "audit_columns",
                having(r -> r.has(SourceRole.AUDIT_DATE)),
                "columns that say when a row was made or changed: usable as watermark",
                0.9);
        add(
                "soft_delete",
                withColumn("isdeleted", "deletedat", "deleted", "isactive", "active"),
                "rows are marked instead of deleted",
                0.7);
        add("subtype", named(Kind.SUBTYPE), "tables that share the key of another one", 0.8);
        return new SchemaPatterns(patterns, NamingDetector.detect(schema, relationships), headerDetails, hierarchies);
    }

    private void add(String pattern, List<TableName> tables, String evidence, double confidence) {
        if (!tables.isEmpty()) {
            String count = tables.size() + (tables.size() == 1 ? " table: " : " tables: ");
            patterns.add(new Pattern(pattern, tables, count + evidence, confidence));
        }
    }

    private List<TableName> polymorphic() {
        Map<TableName, Set<String>> referring = relationships.stream()
                .collect(Collectors.groupingBy(
                        SourceRelationship::from,
                        Collectors.flatMapping(
                                relationship -> relationship.fromColumns().stream(), Collectors.toSet())));
        return schema.tables().stream()
                .filter(table -> PolymorphicReferences.isIn(table, referring.getOrDefault(table.name(), Set.of())))
                .map(SourceTable::name)
                .toList();
    }

    private List<TableName> named(Kind kind) {
        return classes.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<TableName> having(Predicate<ColumnRoles> condition) {
        return roles.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<TableName> withColumn(String... flatNames) {
        List<String> wanted = List.of(flatNames);
        return schema.tables().stream()
                .filter(table ->
                        table.columns().stream().anyMatch(column -> wanted.contains(NameParts.flat(column.name()))))
                .map(SourceTable::name)
                .toList();
    }

    private List<TableName> rolePlaying() {
        Map<TableName, Map<TableName, Integer>> counts = new LinkedHashMap<>();
        relationships.stream()
                .filter(r -> !r.isSelfReference())
                .forEach(r -> counts.computeIfAbsent(r.from(), name -> new LinkedHashMap<>())
                        .merge(r.to(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue().values().stream().anyMatch(count -> count > 1))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<HeaderDetail> headerDetails() {
        List<HeaderDetail> found = new ArrayList<>();
        for (SourceRelationship relationship : relationships) {
            ColumnRoles headerRoles = roles.get(relationship.to());
            TableClass header = classes.get(relationship.to());
            boolean pair = headerRoles != null
                    && header != null
                    && schema.table(relationship.from())
                            .filter(table -> HeaderDetail.holds(table, roles(table), relationship, headerRoles, header))
                            .isPresent();
            if (pair) {
                found.add(new HeaderDetail(relationship.to(), relationship.from(), relationship));
            }
        }
        return found;
    }

    private ColumnRoles roles(SourceTable table) {
        ColumnRoles known = roles.get(table.name());
        return known == null ? ColumnRoles.of(table, Set.of()) : known;
    }

    /** Chains of at least two levels among tables that are no facts, from tables that no other level leads to. */
    private List<Hierarchy> hierarchies() {
        List<Hierarchy> found = new ArrayList<>();
        for (SourceRelationship relationship : relationships) {
            if (relationship.isSelfReference()) {
                found.add(new Hierarchy(
                        List.of(relationship.from()), List.of(String.join(",", relationship.fromColumns())), true));
            }
        }
        List<SourceRelationship> levels =
                relationships.stream().filter(this::isLevel).toList();
        for (SourceRelationship first : levels) {
            boolean lowest = levels.stream().noneMatch(other -> other.to().equals(first.from()));
            if (lowest) {
                extend(first, levels, found);
            }
        }
        return found;
    }

    private void extend(SourceRelationship first, List<SourceRelationship> levels, List<Hierarchy> found) {
        List<TableName> chain = new ArrayList<>(List.of(first.from(), first.to()));
        List<String> via = new ArrayList<>(List.of(String.join(",", first.fromColumns())));
        Optional<SourceRelationship> next = next(chain, levels);
        while (next.isPresent()) {
            chain.add(next.get().to());
            via.add(String.join(",", next.get().fromColumns()));
            next = next(chain, levels);
        }
        found.add(new Hierarchy(chain, via, false));
    }

    private static Optional<SourceRelationship> next(List<TableName> chain, List<SourceRelationship> levels) {
        return levels.stream()
                .filter(r -> r.from().equals(chain.getLast()) && !chain.contains(r.to()))
                .findFirst();
    }

    private boolean isLevel(SourceRelationship relationship) {
        return !relationship.isSelfReference()
                && relationship.type() == SourceRelationship.Cardinality.MANY_TO_ONE
                && isDescriptive(relationship.from())
                && isDescriptive(relationship.to());
    }

    private boolean isDescriptive(TableName table) {
        TableClass known = classes.get(table);
        return known != null && (known.kind() == Kind.DIMENSION || known.kind() == Kind.REFERENCE);
    }
}
