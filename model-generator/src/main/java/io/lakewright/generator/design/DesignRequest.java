package io.lakewright.generator.design;

import io.lakewright.core.Copies;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.Target;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dimensional model is wanted for.
 *
 * @param tables the source tables in scope, the most important first
 * @param facts tables that shall be facts; empty means those that look like events or measurements
 * @param dimensions tables that shall be dimensions of their own though they could be flattened into another
 * @param attributes columns, {@code column} or {@code table.column}, to which dimensions are limited; empty means all
 * @param grain what one row of the fact shall stand for
 * @param scdType how dimensions treat changes
 * @param name of the model, and of its only table when it has one
 * @param targets where layers stand; what is missing gets a default
 */
public record DesignRequest(
        Kind kind,
        List<TableName> tables,
        List<TableName> facts,
        List<TableName> dimensions,
        List<String> attributes,
        Optional<WantedGrain> grain,
        ScdType scdType,
        Optional<String> name,
        Map<Layer, Target> targets,
        SurrogateKind surrogate) {

    /** What is to be built. */
    public enum Kind {
        DIMENSION,
        STAR
    }

    /**
     * @param words the sentence, empty when only columns were given
     * @param columns source columns that identify a row of the fact; empty means its key
     */
    public record WantedGrain(String words, List<String> columns) {
        public WantedGrain {
            columns = Copies.list(columns);
        }
    }

    public DesignRequest {
        tables = Copies.list(tables);
        facts = Copies.list(facts);
        dimensions = Copies.list(dimensions);
        attributes = Copies.list(attributes);
        grain = Copies.optional(grain);
        name = Copies.optional(name);
        targets = Copies.map(targets);
    }

    /** A request with nothing said but the tables: type 2, identity keys, default names and targets. */
    public static DesignRequest of(Kind kind, List<TableName> tables) {
        return new DesignRequest(
                kind,
                tables,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                ScdType.TYPE_2,
                Optional.empty(),
                Map.of(),
                SurrogateKind.IDENTITY);
    }

    public DesignRequest withFacts(List<TableName> wanted) {
        return new DesignRequest(
                kind, tables, wanted, dimensions, attributes, grain, scdType, name, targets, surrogate);
    }

    public DesignRequest withDimensions(List<TableName> wanted) {
        return new DesignRequest(kind, tables, facts, wanted, attributes, grain, scdType, name, targets, surrogate);
    }

    public DesignRequest withAttributes(List<String> wanted) {
        return new DesignRequest(kind, tables, facts, dimensions, wanted, grain, scdType, name, targets, surrogate);
    }

    public DesignRequest withGrain(WantedGrain wanted) {
        return new DesignRequest(
                kind, tables, facts, dimensions, attributes, Optional.of(wanted), scdType, name, targets, surrogate);
    }

    public DesignRequest withScdType(ScdType wanted) {
        return new DesignRequest(kind, tables, facts, dimensions, attributes, grain, wanted, name, targets, surrogate);
    }

    public DesignRequest withName(String wanted) {
        return new DesignRequest(
                kind, tables, facts, dimensions, attributes, grain, scdType, Optional.of(wanted), targets, surrogate);
    }

    public DesignRequest withTargets(Map<Layer, Target> wanted) {
        return new DesignRequest(kind, tables, facts, dimensions, attributes, grain, scdType, name, wanted, surrogate);
    }

    public DesignRequest withSurrogate(SurrogateKind wanted) {
        return new DesignRequest(kind, tables, facts, dimensions, attributes, grain, scdType, name, targets, wanted);
    }
}
