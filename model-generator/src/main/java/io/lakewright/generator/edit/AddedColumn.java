package io.lakewright.generator.edit;

import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.Additivity;
import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.PersonalData;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.generator.design.BookkeepingColumns;
import io.lakewright.generator.design.ColumnNames;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes the target column for a source column that is added on request. */
final class AddedColumn {

    private static final Set<String> RATIOS =
            Set.of("rate", "pct", "percent", "percentage", "ratio", "price", "score", "temperature", "discount", "avg");

    private AddedColumn() {}

    /** The wanted name, or a free one made from the source column's. */
    static String name(TableSpec table, ModelEdit.AddColumn add, SourceTable source, Column column) {
        if (add.name().isPresent()) {
            String name = add.name().get();
            Draft.requireIdentifier(name);
            if (table.column(name).isPresent()) {
                throw Draft.conflict(
                                "LW-1815", table.name() + " has a column " + name + " already.", "Choose another name.")
                        .exception();
            }
            return name;
        }
        String plain = ColumnNames.plain(column.name());
        return table.column(plain).isEmpty()
                ? plain
                : new ColumnNames(table.columns().stream()
                                .map(c -> c.name().toLowerCase(Locale.ROOT))
                                .toList())
                        .take(Names.singular(source.name().table()) + "_" + plain);
    }

    static ModelColumn of(TableSpec table, String name, SourceTable source, Column column) {
        Set<String> ids = new HashSet<>();
        table.columns().forEach(c -> ids.add(c.id()));
        String id = table.id() + "." + name;
        for (int number = 2; ids.contains(id); number++) {
            id = table.id() + "." + name + "_" + number;
        }
        ColumnRole role = role(table, source, column);
        Optional<Additivity> additivity = role == ColumnRole.MEASURE
                ? Optional.of(
                        Names.words(column.name()).stream().anyMatch(RATIOS::contains)
                                ? Additivity.NON_ADDITIVE
                                : Additivity.ADDITIVE)
                : Optional.empty();
        String comment = column.comment()
                .filter(text -> !text.isBlank())
                .orElse(Names.label(column.name()) + " of "
                        + Names.singular(source.name().table()).replace('_', ' ') + ".");
        List<String> tags = PersonalData.reason(source, column).isPresent() ? List.of(PersonalData.TAG) : List.of();
        return new ModelColumn(
                id,
                name,
                column.lakeType(),
                true,
                role,
                tracking(table, column),
                additivity,
                Optional.of(new ColumnOrigin(source.name(), column.name())),
                Optional.of(comment),
                tags);
    }

    /** In a satellite a bookkeeping timestamp makes no version: it keeps what it had when the version began. */
    private static Optional<ScdType> tracking(TableSpec table, Column column) {
        boolean mark = BookkeepingColumns.isMark(column.name(), column.lakeType());
        return table instanceof TableSpec.Satellite && mark ? Optional.of(ScdType.TYPE_0) : Optional.empty();
    }

    private static ColumnRole role(TableSpec table, SourceTable source, Column column) {
        if (!(table instanceof TableSpec.Fact)) {
            return ColumnRole.ATTRIBUTE;
        }
        boolean key = source.isPrimaryKeyColumn(column.name())
                || source.foreignKeys().stream()
                        .anyMatch(k -> k.columns().stream().anyMatch(column.name()::equalsIgnoreCase));
        return column.lakeType().isNumeric() && !key ? ColumnRole.MEASURE : ColumnRole.DEGENERATE;
    }
}
