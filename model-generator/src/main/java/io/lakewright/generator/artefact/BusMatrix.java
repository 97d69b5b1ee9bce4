package io.lakewright.generator.artefact;

import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Facts against dimensions, with the roles the dimensions play. */
final class BusMatrix {

    private BusMatrix() {}

    static String of(DataModel model) {
        List<TableSpec> dimensions = model.tables().stream()
                .filter(t -> t instanceof TableSpec.Dimension || t instanceof TableSpec.DateDimension)
                .toList();
        List<String> head = new ArrayList<>(List.of("Fact", "Grain"));
        dimensions.forEach(d -> head.add(d.name()));
        head.add("Measures");
        Markdown page = new Markdown().heading(1, "Bus matrix: " + model.name()).header(head);
        for (TableSpec table : model.tables()) {
            if (table instanceof TableSpec.Fact fact) {
                List<String> row =
                        new ArrayList<>(List.of(fact.name(), fact.grain().words()));
                dimensions.forEach(dimension -> row.add(cell(fact, dimension)));
                row.add(fact.columns().stream()
                        .filter(c -> c.role() == ColumnRole.MEASURE)
                        .map(ModelColumn::name)
                        .collect(Collectors.joining(", ")));
                page.row(row);
            }
        }
        return page.done();
    }

    private static String cell(TableSpec.Fact fact, TableSpec dimension) {
        return fact.keys().foreign().stream()
                .filter(key -> key.references().equals(dimension.id()))
                .map(key -> key.role().orElse("x"))
                .collect(Collectors.joining(", "));
    }
}
