package io.lakewright.analyzer.read.duckdb;

import io.lakewright.analyzer.profile.AggregateDialect;
import io.lakewright.analyzer.profile.AggregateQuery;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.Optional;

/** Aggregates of DuckDB over a {@link FileRelation}, whose columns are called by their positions. */
record FolderAggregates(SourceTable table) implements AggregateDialect {

    static FolderAggregates of(SourceTable table) {
        return new FolderAggregates(table);
    }

    /** Fields of text files are text until they are cast; what does not fit counts as missing. */
    @Override
    public String column(Column column) {
        String name = "c" + table.columns().indexOf(column);
        LakeType type = column.lakeType();
        return switch (type.base()) {
            case STRING -> name + "::VARCHAR";
            case TIMESTAMP -> "try_cast(" + name + " AS TIMESTAMPTZ)";
            case TIMESTAMP_NTZ -> "try_cast(" + name + " AS TIMESTAMP)";
            default -> type.isNumeric() || type.isTemporal() ? "try_cast(" + name + " AS " + type.text() + ")" : name;
        };
    }

    @Override
    public String text(String expression) {
        return expression + "::VARCHAR";
    }

    @Override
    public String length(String text) {
        return "length(" + text + ")";
    }

    @Override
    public Optional<String> quantiles(String value) {
        return Optional.of("array_to_string(quantile_disc(" + value
                + ", [0.05, 0.25, 0.5, 0.75, 0.95])::VARCHAR[], chr(" + (int) AggregateQuery.BETWEEN + "))");
    }
}
