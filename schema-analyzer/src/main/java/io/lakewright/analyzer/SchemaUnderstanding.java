package io.lakewright.analyzer;

import io.lakewright.analyzer.understand.ColumnRoles;
import io.lakewright.analyzer.understand.ExtractionAdvice;
import io.lakewright.analyzer.understand.HeaderDetail;
import io.lakewright.analyzer.understand.KeyAdvice;
import io.lakewright.analyzer.understand.KeyAdvisor;
import io.lakewright.analyzer.understand.NameIndex;
import io.lakewright.analyzer.understand.PatternDetector;
import io.lakewright.analyzer.understand.RelationshipFinder;
import io.lakewright.analyzer.understand.RelationshipPaths;
import io.lakewright.analyzer.understand.SchemaPatterns;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.TableClass;
import io.lakewright.analyzer.understand.TableClassifier;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that can be said of a schema without looking at rows: immutable, a pure function of the schema, computed
 * once by {@link #of}. Safe for concurrent use.
 */
public final class SchemaUnderstanding {

    private final SourceSchema schema;
    private final List<SourceRelationship> relationships;
    private final Map<TableName, List<SourceRelationship>> outgoing;
    private final Map<TableName, List<SourceRelationship>> incoming;
    private final Map<TableName, ColumnRoles> roles;
    private final Map<TableName, TableClass> classes;
    private final RelationshipPaths paths;
    private final NameIndex names;

    private SchemaUnderstanding(SourceSchema schema) {
        this.schema = schema;
        this.relationships = RelationshipFinder.find(schema);
        this.outgoing = relationships.stream().collect(Collectors.groupingBy(SourceRelationship::from));
        this.incoming = relationships.stream().collect(Collectors.groupingBy(SourceRelationship::to));
        Map<TableName, ColumnRoles> found = new LinkedHashMap<>();
        schema.tables()
                .forEach(table -> found.put(table.name(), ColumnRoles.of(table, foreignKeyColumns(table.name()))));
        this.roles = found;
        this.classes = TableClassifier.classify(schema, relationships, roles);
        this.paths = new RelationshipPaths(relationships);
        this.names = new NameIndex(schema);
    }

    public static SchemaUnderstanding of(SourceSchema schema) {
        return new SchemaUnderstanding(schema);
    }

    public SourceSchema schema() {
        return schema;
    }

    /** All relationships, declared and inferred, in the order of the tables that hold them. */
    public List<SourceRelationship> relationships() {
        return relationships;
    }

    /** Relationships that the table holds. */
    public List<SourceRelationship> outgoing(TableName table) {
        return outgoing.getOrDefault(table, List.of());
    }

    /** Relationships of other tables, or of the table itself, that lead to it. */
    public List<SourceRelationship> incoming(TableName table) {
        return incoming.getOrDefault(table, List.of());
    }

    /** Relationships between the two tables, in either direction. */
    public List<SourceRelationship> between(TableName one, TableName other) {
        return relationships.stream().filter(r -> r.joins(one, other)).toList();
    }

    /** The hops of a shortest way between two tables; empty when there is none. */
    public List<SourceRelationship> path(TableName source, TableName target) {
        return paths.path(source, target);
    }

    /** @throws IllegalArgumentException when the schema does not have the table */
    public TableClass classOf(TableName table) {
        TableClass known = classes.get(table);
        if (known == null) {
            throw new IllegalArgumentException("no table " + table);
        }
        return known;
    }

    /** @throws IllegalArgumentException when the schema does not have the table */
    public ColumnRoles roles(TableName table) {
        ColumnRoles known = roles.get(table);
        if (known == null) {
            throw new IllegalArgumentException("no table " + table);
        }
        return known;
    }

    /** Keys of a table, best first. */
    public KeyAdvice keys(SourceTable table) {
        return KeyAdvisor.advise(table, foreignKeyColumns(table.name()));
    }

    /** The reference to the dated document of which the table's rows are lines. */
    public Optional<SourceRelationship> document(SourceTable table) {
        return outgoing(table.name()).stream()
                .filter(r -> HeaderDetail.holds(table, roles(table.name()), r, roles(r.to()), classOf(r.to())))
                .findFirst();
    }

    /** Whether the rows of a table are days with what is known of them. */
    public static boolean isCalendar(SourceTable table) {
        return TableClassifier.isCalendar(table);
    }

    /** How the table can be taken out of its source. */
    public ExtractionAdvice extraction(SourceTable table) {
        return ExtractionAdvice.of(table, roles(table.name()));
    }

    public NameIndex names() {
        return names;
    }

    /** Patterns the schema already uses; computed on every call. */
    public SchemaPatterns patterns() {
        return PatternDetector.detect(schema, relationships, classes, roles);
    }

    /** Columns of the table that refer to another table. */
    public Set<String> foreignKeyColumns(TableName table) {
        Set<String> columns = new LinkedHashSet<>();
        outgoing(table).forEach(r -> columns.addAll(r.fromColumns()));
        return columns;
    }
}
