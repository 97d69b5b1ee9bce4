package io.lakewright.core.model;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Optional;

/**
 * One way into a target table. Several sources into one hub or dimension are several loads.
 *
 * @param columns one for every target column that the load fills, in target order
 * @param lookups foreign keys to dimensions that are found by natural key
 * @param recordSource what is written as record source, such as {@code northwind.public.products}
 * @param sequenceBy what orders the versions of one key; empty means the batch timestamp
 * @param monotone whether a batch never carries an older state than the one before
 * @param order position in the load order of the model, from 1; equal numbers may run side by side
 */
public record Load(
        String name,
        LoadFrom from,
        List<LoadColumn> columns,
        List<Lookup> lookups,
        Optional<String> recordSource,
        LoadStrategy strategy,
        Optional<ColumnRef> sequenceBy,
        boolean monotone,
        DeleteHandling deleteHandling,
        int order) {

    public Load {
        columns = Copies.list(columns);
        lookups = Copies.list(lookups);
        recordSource = Copies.optional(recordSource);
        sequenceBy = Copies.optional(sequenceBy);
    }

    public Load withColumns(List<LoadColumn> newColumns) {
        return new Load(
                name, from, newColumns, lookups, recordSource, strategy, sequenceBy, monotone, deleteHandling, order);
    }

    public Load withFrom(LoadFrom newFrom) {
        return new Load(
                name, newFrom, columns, lookups, recordSource, strategy, sequenceBy, monotone, deleteHandling, order);
    }

    public Load withStrategy(LoadStrategy newStrategy) {
        return new Load(
                name, from, columns, lookups, recordSource, newStrategy, sequenceBy, monotone, deleteHandling, order);
    }

    /**
     * The driving relation and the relations joined to it.
     *
     * @param table a source table as {@code schema.table}, or the id of a table of the model (ids have no point)
     * @param where conditions that all hold
     */
    public record LoadFrom(String alias, String table, List<Join> joins, List<Condition> where) {
        public LoadFrom {
            joins = Copies.list(joins);
            where = Copies.list(where);
        }
    }

    /** A relation joined by equality of column pairs. */
    public record Join(String alias, String table, List<JoinPair> via, JoinType type) {
        public Join {
            via = Copies.list(via);
        }
    }

    /**
     * @param left a column of a relation that stands before
     * @param right the column of the joined relation
     */
    public record JoinPair(ColumnRef left, String right) {}

    /** A typed condition on one column. */
    public record Condition(ColumnRef column, Operator operator, Optional<String> value) {

        /** The comparisons a load may make. */
        public enum Operator {
            IS_NULL,
            IS_NOT_NULL,
            EQUALS
        }

        public Condition {
            value = Copies.optional(value);
        }
    }

    /** How one target column is filled. */
    public record LoadColumn(String name, List<ColumnRef> sources, Transform transform) {
        public LoadColumn {
            sources = Copies.list(sources);
        }

        public static LoadColumn copy(String name, ColumnRef source) {
            return new LoadColumn(name, List.of(source), new Transform.Copy());
        }
    }

    /**
     * Fills a foreign key with the surrogate key of a dimension.
     *
     * @param column the target column
     * @param dimension id of the dimension
     * @param naturalKey source columns in the order of the dimension's business key
     * @param asOf the event time at which a version of the dimension must be valid, where a whole number is a day as
     *     yyyymmdd; without a value there the version that holds at the batch is found; empty means the current version
     */
    public record Lookup(String column, String dimension, List<ColumnRef> naturalKey, Optional<ColumnRef> asOf) {
        public Lookup {
            naturalKey = Copies.list(naturalKey);
            asOf = Copies.optional(asOf);
        }
    }
}
