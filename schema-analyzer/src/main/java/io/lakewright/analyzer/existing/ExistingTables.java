package io.lakewright.analyzer.existing;

import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.PersonalData;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What tables that stand already have in common when they are written down as tables of a model. */
final class ExistingTables {

    private final Map<TableName, String> ids = new HashMap<>();

    ExistingTables(Collection<Part> parts) {
        Set<String> taken = new HashSet<>();
        for (Part part : parts) {
            TableName name = part.table().name();
            String id = Names.snake(name.table());
            if (!taken.add(id)) {
                id = Names.snake(name.schema() + "_" + name.table());
                for (int number = 2; !taken.add(id); number++) {
                    id = Names.snake(name.schema() + "_" + name.table() + "_" + number);
                }
            }
            ids.put(name, id);
        }
    }

    /** The id under which the table stands in the model; empty for a table that is no part of the warehouse. */
    Optional<String> id(TableName table) {
        return Optional.ofNullable(ids.get(table));
    }

    /** The columns as they stand, each with what it is for. */
    List<ModelColumn> columns(SourceTable table, Function<Column, ColumnRole> role) {
        String id = id(table.name()).orElseThrow();
        return table.columns().stream()
                .map(column -> new ModelColumn(
                        id + "." + column.name(),
                        column.name(),
                        column.lakeType(),
                        column.nullable(),
                        role.apply(column),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new ColumnOrigin(table.name(), column.name())),
                        column.comment(),
                        PersonalData.reason(table, column).isPresent() ? List.of(PersonalData.TAG) : List.of()))
                .toList();
    }

    /**
     * The common parts of a table that nobody loads from here.
     *
     * @param noun what the table is, such as {@code dimension}
     */
    TableCommon common(
            Part part,
            String pattern,
            Layer layer,
            String noun,
            List<ModelColumn> columns,
            Keys keys,
            SurrogateKind surrogate,
            List<String> evidence) {
        SourceTable table = part.table();
        return new TableCommon(
                id(table.name()).orElseThrow(),
                table.name().table(),
                pattern,
                layer,
                table.comment()
                        .orElse(Names.label(noun) + " that stands already as "
                                + table.name().text() + "."),
                List.of(table.name()),
                columns,
                keys,
                surrogate,
                List.of(),
                Physical.none(),
                List.of(new Decision(
                        pattern,
                        table.name().text() + " is read as a " + noun,
                        part.because() + ".",
                        evidence,
                        List.of())));
    }
}
