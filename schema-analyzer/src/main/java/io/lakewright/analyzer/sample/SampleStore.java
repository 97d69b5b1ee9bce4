package io.lakewright.analyzer.sample;

import io.lakewright.analyzer.read.RowStore;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All rows of the sample, made when they are asked for. */
final class SampleStore implements RowStore {

    private final Map<String, SampleTable> tables = Map.ofEntries(
            Map.entry("currencies", new Parties.Currencies()),
            Map.entry("addresses", new Places.Addresses()),
            Map.entry("suppliers", new Parties.Suppliers()),
            Map.entry("stores", new Parties.Stores()),
            Map.entry("customers", new Parties.Customers()),
            Map.entry("employees", new Parties.Employees()),
            Map.entry("productcategory", new Goods.Categories()),
            Map.entry("product", new Goods.Products()),
            Map.entry("promotions", new Goods.Promotions()),
            Map.entry("stock", new Goods.Stock()),
            Map.entry("orders", new Sales.Orders()),
            Map.entry("orderlines", new Sales.OrderLines()),
            Map.entry("payments", new AfterSales.Payments()),
            Map.entry("shipments", new AfterSales.Shipments()),
            Map.entry("returns", new AfterSales.Returns()));

    @Override
    public Optional<SourceRows.Rows> first(SourceTable table, int limit) {
        return generated(table).map(found -> {
            List<List<@Nullable String>> rows = IntStream.rangeClosed(1, Math.min(limit, found.count()))
                    .mapToObj(found::row)
                    .toList();
            return SourceRows.Rows.of(columns(table), rows);
        });
    }

    @Override
    public SourceRows.Rows byKey(SourceTable table, List<String> keyColumns, Set<List<String>> keys) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        if (keyColumns.equals(table.primaryKey())) {
            generated(table)
                    .ifPresent(found -> keys.stream()
                            .map(found::numberOf)
                            .filter(OptionalInt::isPresent)
                            .map(number -> found.row(number.getAsInt()))
                            .forEach(rows::add));
        }
        return SourceRows.Rows.of(columns(table), rows);
    }

    private Optional<SampleTable> generated(SourceTable table) {
        return Optional.ofNullable(tables.get(table.name().table()));
    }

    private static List<String> columns(SourceTable table) {
        return table.columns().stream().map(Column::name).toList();
    }
}
