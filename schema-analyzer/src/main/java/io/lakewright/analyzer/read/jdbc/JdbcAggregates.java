package io.lakewright.analyzer.read.jdbc;

import io.lakewright.analyzer.profile.AggregateDialect;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Aggregates that every database of SQL has; quantiles are not among them. */
record JdbcAggregates(Map<String, String> quoted, JdbcProduct product) implements AggregateDialect {

    /** @throws SQLException when a name cannot be quoted in this database */
    static JdbcAggregates of(SourceTable table, QuotedNames names, JdbcProduct product) throws SQLException {
        Map<String, String> quoted = new HashMap<>();
        for (Column column : table.columns()) {
            quoted.put(column.name(), names.quoted(column.name()));
        }
        return new JdbcAggregates(quoted, product);
    }

    @Override
    public String column(Column column) {
        return quoted.getOrDefault(column.name(), "NULL");
    }

    /** Drivers give any value as text. */
    @Override
    public String text(String expression) {
        return expression;
    }

    @Override
    public String length(String text) {
        if (product.is(JdbcProduct.SQL_SERVER)) {
            return "len(" + text + ")";
        }
        boolean countsBytes = product.is(JdbcProduct.MYSQL) || product.is(JdbcProduct.MARIADB);
        return (countsBytes ? "char_length(" : "length(") + text + ")";
    }
}
