package io.lakewright.generator.rules;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the aliases of a load stand for. */
final class Sources {

    private final DataModel model;
    private final Map<String, String> tables = new HashMap<>();

    Sources(DataModel model, Load load) {
        this.model = model;
        tables.put(load.from().alias(), load.from().table());
        load.from().joins().forEach(join -> tables.putIfAbsent(join.alias(), join.table()));
    }

    /** The source table of the slice behind a text such as {@code shop.orders}. */
    static Optional<SourceTable> table(DataModel model, String text) {
        return model.source().tables().stream()
                .filter(table -> table.name().text().equals(text))
                .findFirst();
    }

    /** The source column behind a reference; empty for columns of model tables and unknown ones. */
    Optional<Column> column(ColumnRef reference) {
        return Optional.ofNullable(tables.get(reference.alias()))
                .flatMap(text -> table(model, text))
                .flatMap(table -> table.column(reference.column()));
    }

    /** Whether the reference leads to a column of the slice or of a table of the model. */
    boolean resolves(ColumnRef reference) {
        if (column(reference).isPresent()) {
            return true;
        }
        Optional<TableSpec> target =
                Optional.ofNullable(tables.get(reference.alias())).flatMap(model::byId);
        return target.flatMap(table -> table.column(reference.column())).isPresent();
    }

    /** Every reference of a load to a column of one of its relations. */
    static List<ColumnRef> references(Load load) {
        List<ColumnRef> all = new ArrayList<>();
        load.columns().forEach(column -> all.addAll(column.sources()));
        load.lookups().forEach(lookup -> {
            all.addAll(lookup.naturalKey());
            lookup.asOf().ifPresent(all::add);
        });
        load.from().where().forEach(condition -> all.add(condition.column()));
        load.from()
                .joins()
                .forEach(join -> join.via().forEach(pair -> {
                    all.add(pair.left());
                    all.add(new ColumnRef(join.alias(), pair.right()));
                }));
        load.sequenceBy().ifPresent(all::add);
        return all;
    }

    /** The relations of a load as texts. */
    static Stream<String> relations(Load load) {
        return Stream.concat(
                Stream.of(load.from().table()), load.from().joins().stream().map(Load.Join::table));
    }

    /** How a load fills a column. */
    static Optional<Load.LoadColumn> filling(Load load, String column) {
        return load.columns().stream()
                .filter(c -> c.name().equalsIgnoreCase(column))
                .findFirst();
    }
}
