package io.lakewright.analyzer.understand;

import io.lakewright.analyzer.understand.SourceRelationship.Cardinality;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * All relationships of a schema: those it declares, and those that names, types and figures suggest for columns without
 * a declared one (modeling.md 4.3 step 1). Deterministic; the order follows the tables.
 */
public final class RelationshipFinder {

    private final SourceSchema schema;
    private final TablesByName tables;
    private final InferredReferences inferred;

    private RelationshipFinder(SourceSchema schema) {
        this.schema = schema;
        this.tables = new TablesByName(schema);
        this.inferred = new InferredReferences(schema);
    }

    public static List<SourceRelationship> find(SourceSchema schema) {
        return new RelationshipFinder(schema).all();
    }

    private List<SourceRelationship> all() {
        List<SourceRelationship> found = new ArrayList<>();
        for (SourceTable table : schema.tables()) {
            Set<String> covered = new HashSet<>();
            List<ForeignKey> references = new ArrayList<>();
            for (ForeignKey foreignKey : table.foreignKeys()) {
                if (tables.table(foreignKey.references()).isPresent()) {
                    references.add(foreignKey);
                    covered.addAll(foreignKey.columns());
                }
            }
            if (!schema.completed()) {
                references.addAll(inferred.of(table, covered));
            }
            for (ForeignKey reference : references) {
                found.add(relationship(table, reference, references));
            }
        }
        return List.copyOf(found);
    }

    private static SourceRelationship relationship(SourceTable table, ForeignKey reference, List<ForeignKey> all) {
        Cardinality type = table.isKey(reference.columns()) ? Cardinality.ONE_TO_ONE : Cardinality.MANY_TO_ONE;
        boolean several = all.stream()
                        .filter(other -> other.references().equals(reference.references()))
                        .count()
                > 1;
        return new SourceRelationship(
                type,
                table.name(),
                reference.columns(),
                reference.references(),
                reference.referencedColumns(),
                role(table.name(), reference, several),
                reference.declared(),
                reference.confidence(),
                reference.evidence().orElse("declared as a foreign key"));
    }

    /** What the referencing column adds to the target's name: {@code ship_address_id -> address} is the ship address. */
    static Optional<String> role(TableName from, ForeignKey reference, boolean several) {
        if (reference.columns().size() != 1) {
            return Optional.empty();
        }
        String column = reference.columns().getFirst();
        String stem = Names.snake(column).replaceFirst("_(id|key|code|no|number|sk|fk|uuid|guid)$", "");
        String flatStem = NameParts.stem(NameParts.flat(column));
        String target = NameParts.subject(reference.references().table());
        String referenced = reference.referencedColumns().getFirst().toLowerCase(Locale.ROOT);
        boolean plain = flatStem.equals(target)
                || column.toLowerCase(Locale.ROOT).equals(referenced)
                || flatStem.length() <= target.length() && target.endsWith(flatStem);
        boolean self = from.equals(reference.references());
        return plain && !several && !self ? Optional.empty() : Optional.of(stem);
    }
}
