package io.lakewright.core.model;

import io.lakewright.core.Copies;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Optional;

/** One table of a model. The kinds are closed: a new kind makes every switch over them fail to compile. */
public sealed interface TableSpec {

    TableCommon common();

    TableKind kind();

    /** The same table with other common parts. */
    TableSpec withCommon(TableCommon newCommon);

    default String id() {
        return common().id();
    }

    default String name() {
        return common().name();
    }

    default Layer layer() {
        return common().layer();
    }

    default List<ModelColumn> columns() {
        return common().columns();
    }

    default Optional<ModelColumn> column(String columnName) {
        return common().column(columnName);
    }

    default Keys keys() {
        return common().keys();
    }

    default List<Load> loads() {
        return common().loads();
    }

    default List<TableName> sources() {
        return common().sources();
    }

    default Physical physical() {
        return common().physical();
    }

    /** The columns by which the business knows a row; empty for links, satellites and facts. */
    default List<String> businessKey() {
        return List.of();
    }

    /** Ids of the tables this one hangs on: hubs of a link, the parent of a satellite. */
    default List<String> parents() {
        return List.of();
    }

    /**
     * @param history set for type 2, empty otherwise
     */
    record Dimension(
            TableCommon common,
            List<String> businessKey,
            ScdType scdType,
            Optional<History> history,
            List<SpecialRow> specialRows)
            implements TableSpec {
        public Dimension {
            businessKey = Copies.list(businessKey);
            history = Copies.optional(history);
            specialRows = Copies.list(specialRows);
        }

        @Override
        public TableKind kind() {
            return TableKind.DIMENSION;
        }

        @Override
        public Dimension withCommon(TableCommon newCommon) {
            return new Dimension(newCommon, businessKey, scdType, history, specialRows);
        }
    }

    /** A calendar, one row a day, keyed by yyyymmdd; generated, never read from a source. */
    record DateDimension(TableCommon common, List<String> businessKey, Calendar calendar, List<SpecialRow> specialRows)
            implements TableSpec {
        public DateDimension {
            businessKey = Copies.list(businessKey);
            specialRows = Copies.list(specialRows);
        }

        @Override
        public TableKind kind() {
            return TableKind.DATE_DIMENSION;
        }

        @Override
        public DateDimension withCommon(TableCommon newCommon) {
            return new DateDimension(newCommon, businessKey, calendar, specialRows);
        }
    }

    record Fact(TableCommon common, FactType factType, Grain grain) implements TableSpec {
        @Override
        public TableKind kind() {
            return TableKind.FACT;
        }

        @Override
        public Fact withCommon(TableCommon newCommon) {
            return new Fact(newCommon, factType, grain);
        }
    }

    record Hub(TableCommon common, List<String> businessKey, Hash hash) implements TableSpec {
        public Hub {
            businessKey = Copies.list(businessKey);
        }

        @Override
        public TableKind kind() {
            return TableKind.HUB;
        }

        @Override
        public Hub withCommon(TableCommon newCommon) {
            return new Hub(newCommon, businessKey, hash);
        }
    }

    record Link(TableCommon common, List<String> parents, Hash hash) implements TableSpec {
        public Link {
            parents = Copies.list(parents);
        }

        @Override
        public TableKind kind() {
            return TableKind.LINK;
        }

        @Override
        public Link withCommon(TableCommon newCommon) {
            return new Link(newCommon, parents, hash);
        }
    }

    /**
     * @param hash its inputs are the payload columns in order, without timestamps of the source's own bookkeeping;
     *     those columns are of SCD type 0
     */
    record Satellite(TableCommon common, String parent, Hash hash) implements TableSpec {
        @Override
        public List<String> parents() {
            return List.of(parent);
        }

        @Override
        public TableKind kind() {
            return TableKind.SATELLITE;
        }

        @Override
        public Satellite withCommon(TableCommon newCommon) {
            return new Satellite(newCommon, parent, hash);
        }
    }
}
