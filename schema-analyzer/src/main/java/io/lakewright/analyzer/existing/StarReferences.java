package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tables of a star refer to. */
final class StarReferences {

    private final SchemaUnderstanding understanding;
    private final ExistingTables tables;
    /** A star that declares references declares them all: then names are no evidence. */
    private final boolean declares;

    StarReferences(SchemaUnderstanding understanding, ExistingTables tables, Collection<Part> parts) {
        this.understanding = understanding;
        this.tables = tables;
        this.declares = parts.stream()
                .flatMap(part -> understanding.outgoing(part.table().name()).stream())
                .anyMatch(SourceRelationship::declared);
    }

    /** References to other tables of the warehouse. */
    List<ModelForeignKey> of(SourceTable table) {
        List<ModelForeignKey> keys = new ArrayList<>();
        for (SourceRelationship relationship : understanding.outgoing(table.name())) {
            tables.id(relationship.to())
                    .filter(id -> relationship.declared() || !declares)
                    .ifPresent(id -> keys.add(new ModelForeignKey(
                            relationship.fromColumns(), id, relationship.toColumns(), relationship.role())));
        }
        return keys;
    }

    /** The columns that hold references or say something about loads, with what each is for. */
    static Map<String, ColumnRole> technicalRoles(SourceTable table, List<ModelForeignKey> foreign) {
        Map<String, ColumnRole> roles = new HashMap<>(VaultMarks.of(table).roles());
        foreign.forEach(key -> key.columns().forEach(column -> roles.put(column, ColumnRole.FOREIGN_KEY)));
        return roles;
    }
}
