package io.lakewright.analyzer.read.databricks;

import io.lakewright.analyzer.profile.AggregateDialect;
import io.lakewright.analyzer.profile.AggregateQuery;
import io.lakewright.analyzer.read.RowTexts;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.databricks.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * Figures and samples through a SQL warehouse, when they are asked for. A warehouse costs money while it runs, so rows are
 * not read for anything else. Different values are counted with sketches (HyperLogLog++), which read every row once.
 */
final class WarehouseFigures implements SourceRows, AggregateDialect {

    private final SourceSchema schema;
    private final Warehouse warehouse;
    private final String catalog;

    WarehouseFigures(SourceSchema schema, Warehouse warehouse, String catalog) {
        this.schema = schema;
        this.warehouse = warehouse;
        this.catalog = catalog;
    }

    @Override
    public Optional<Rows> read(TableName table, int limit) {
        return Optional.empty();
    }

    @Override
    public Optional<Rows> sample(TableName table, int limit) {
        return schema.table(table).map(found -> {
            List<Column> columns = RowTexts.readable(found);
            List<String> texts =
                    columns.stream().map(column -> text(column(column))).toList();
            return Rows.of(
                    RowTexts.names(columns),
                    warehouse.select(
                            catalog, found.name().schema(), found.name().table(), texts, limit));
        });
    }

    @Override
    public Optional<TableFigures> measure(TableName table) {
        return schema.table(table).map(this::measured);
    }

    private TableFigures measured(SourceTable table) {
        return AggregateQuery.measure(
                table,
                this,
                query -> warehouse
                        .select(catalog, table.name().schema(), table.name().table(), query.expressions(), 1)
                        .getFirst());
    }

    /** Structs, maps and the like are compared as text. */
    @Override
    public String column(Column column) {
        String name = Warehouse.quoted(column.name());
        boolean text = column.lakeType().base() == LakeType.Base.STRING;
        return text && !column.type().equalsIgnoreCase("string") ? "CAST(" + name + " AS STRING)" : name;
    }

    @Override
    public String text(String expression) {
        return "CAST(" + expression + " AS STRING)";
    }

    @Override
    public String length(String text) {
        return "char_length(" + text + ")";
    }

    @Override
    public String distinct(String value) {
        return "approx_count_distinct(" + value + ")";
    }

    @Override
    public boolean estimatesDistinct() {
        return true;
    }

    @Override
    public Optional<String> quantiles(String value) {
        return Optional.of("array_join(transform(approx_percentile(" + value
                + ", array(0.05, 0.25, 0.5, 0.75, 0.95)), found -> CAST(found AS STRING)), chr("
                + (int) AggregateQuery.BETWEEN + "))");
    }
}
