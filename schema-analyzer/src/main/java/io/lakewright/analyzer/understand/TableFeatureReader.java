package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers the features of all tables of a schema. */
final class TableFeatureReader {

    private final TablesByName tables;
    private final Map<TableName, List<SourceRelationship>> outgoing;
    private final Map<TableName, ColumnRoles> roles;
    private final Map<TableName, Boolean> eventDates = new LinkedHashMap<>();
    private final Set<TableName> documents;

    private TableFeatureReader(
            SourceSchema schema, List<SourceRelationship> relationships, Map<TableName, ColumnRoles> roles) {
        this.tables = new TablesByName(schema);
        this.roles = roles;
        this.outgoing = relationships.stream()
                .collect(Collectors.groupingBy(SourceRelationship::from, LinkedHashMap::new, Collectors.toList()));
        this.documents = relationships.stream()
                .filter(r -> tables.table(r.from())
                        .filter(table -> HeaderDetail.isNamedAsLine(table, r))
                        .isPresent())
                .map(SourceRelationship::to)
                .collect(Collectors.toSet());
    }

    static Map<TableName, TableFeatures> read(
            SourceSchema schema, List<SourceRelationship> relationships, Map<TableName, ColumnRoles> roles) {
        TableFeatureReader reader = new TableFeatureReader(schema, relationships, roles);
        Map<TableName, Set<TableName>> parents = new LinkedHashMap<>();
        Map<TableName, Integer> incoming = new LinkedHashMap<>();
        for (SourceTable table : schema.tables()) {
            Set<TableName> targets = new LinkedHashSet<>();
            for (SourceRelationship relationship : reader.outgoing(table)) {
                if (!relationship.isSelfReference()) {
                    targets.add(relationship.to());
                    incoming.merge(relationship.to(), 1, Integer::sum);
                }
            }
            parents.put(table.name(), targets);
            reader.eventDates.put(table.name(), reader.hasEventDate(table));
        }
        Map<TableName, Double> topology = Topology.values(parents);
        Map<TableName, TableFeatures> features = new LinkedHashMap<>();
        for (SourceTable table : schema.tables()) {
            features.put(
                    table.name(),
                    reader.features(
                            table,
                            parents.getOrDefault(table.name(), Set.of()),
                            incoming.getOrDefault(table.name(), 0),
                            topology.getOrDefault(table.name(), 0.0)));
        }
        return features;
    }

    private List<SourceRelationship> outgoing(SourceTable table) {
        return outgoing.getOrDefault(table.name(), List.of());
    }

    private ColumnRoles roles(SourceTable table) {
        ColumnRoles known = roles.get(table.name());
        return known == null ? ColumnRoles.of(table, Set.of()) : known;
    }

    private boolean hasEventDate(SourceTable table) {
        return roles(table).has(SourceRole.EVENT_DATE)
                || outgoing(table).stream()
                        .anyMatch(r -> tables.table(r.to())
                                .filter(TableClassifier::isCalendar)
                                .isPresent());
    }

    private TableFeatures features(SourceTable table, Set<TableName> parents, int incoming, double topology) {
        ColumnRoles own = roles(table);
        List<SourceRelationship> ofKey = outgoing(table).stream()
                .filter(r -> !r.isSelfReference() && table.primaryKey().containsAll(r.fromColumns()))
                .toList();
        Set<String> foreign = new HashSet<>();
        ofKey.forEach(r -> foreign.addAll(r.fromColumns()));
        boolean keyIsForeign = ofKey.size() > 1 && foreign.containsAll(table.primaryKey());
        return new TableFeatures(
                table,
                own,
                parents,
                incoming,
                topology,
                own.with(SourceRole.MEASURE).size(),
                own.with(SourceRole.TEXT).size(),
                eventDates.getOrDefault(table.name(), false),
                headerHasEventDate(table, parents),
                documents.contains(table.name()),
                keyIsForeign,
                outgoing(table));
    }

    /** A line of a document: part of its key is the document's key, or its name starts with the document's name. */
    private boolean headerHasEventDate(SourceTable table, Set<TableName> parents) {
        return outgoing(table).stream()
                .filter(r -> parents.contains(r.to()) && eventDates.getOrDefault(r.to(), false))
                .anyMatch(r -> HeaderDetail.isDetailOf(table, roles(table), r));
    }
}
