package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.naming.Names;
import io.lakewright.core.naming.ReservedWords;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.PersonalData;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.ColumnNames;
import io.lakewright.generator.design.MoneyType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Chooses and names the columns that a dimension carries; what it leaves out is noted with the reason. */
final class Attributes {

    private static final Set<String> SAY_LITTLE = Set.of(
            "name", "description", "code", "title", "status", "type", "comment", "comments", "notes", "label", "id");

    private static final int MOST_LABELS = 3;

    /** A column with the way it is filled. */
    record Carried(ModelColumn column, Load.LoadColumn load, TableName table, String sourceColumn) {}

    private final Scope scope;
    private final Notes notes;
    private final WantedAttributes wanted;
    private final DimensionPlan plan;
    private final ColumnNames names;
    private final List<JoinedTable> tables;
    private final Set<TableName> ownDimensions;
    private final List<Carried> carried = new ArrayList<>();

    private Attributes(
            Scope scope,
            Notes notes,
            WantedAttributes wanted,
            DimensionPlan plan,
            List<JoinedTable> tables,
            Set<TableName> ownDimensions,
            List<String> reserved) {
        this.scope = scope;
        this.notes = notes;
        this.wanted = wanted;
        this.plan = plan;
        this.tables = tables;
        this.ownDimensions = ownDimensions;
        this.names = new ColumnNames(reserved);
    }

    /**
     * The columns of a dimension, its key first.
     *
     * @param ownDimensions tables that stand for themselves elsewhere in the model
     * @param reserved names that the dimension needs for itself
     */
    static List<Carried> of(
            Scope scope,
            Notes notes,
            WantedAttributes wanted,
            DimensionPlan plan,
            List<JoinedTable> tables,
            Set<TableName> ownDimensions,
            List<String> reserved) {
        Attributes attributes = new Attributes(scope, notes, wanted, plan, tables, ownDimensions, reserved);
        attributes.choose();
        return List.copyOf(attributes.carried);
    }

    private void choose() {
        JoinedTable driving = tables.getFirst();
        List<String> key = scope.key(plan.driving());
        for (String column : key) {
            driving.table().column(column).ifPresent(c -> carry(driving, c, ColumnRole.BUSINESS_KEY, false));
        }
        for (JoinedTable table : tables) {
            List<String> labels = table.labelsOnly() ? labels(table) : List.of();
            for (Column column : table.table().columns()) {
                boolean done = table.equals(driving) && key.stream().anyMatch(column.name()::equalsIgnoreCase);
                boolean hidden = table.labelsOnly() && !labels.contains(column.name());
                if (!done && !hidden) {
                    consider(table, column);
                }
            }
        }
    }

    private void consider(JoinedTable table, Column column) {
        TableName source = table.table().name();
        if (table.sharedColumns().stream().anyMatch(column.name()::equalsIgnoreCase)) {
            notes.carried(source, column.name());
            return;
        }
        Optional<String> reason = LeftOut.technical(column)
                .or(() -> referenceElsewhere(table, column))
                .or(() -> wanted.refuses(source, column.name()));
        if (reason.isPresent()) {
            notes.leaveOut(source, column.name(), reason.get());
        } else {
            carry(table, column, ColumnRole.ATTRIBUTE, true);
        }
    }

    /** A reference whose target is not taken in tells nothing here but a number. */
    private Optional<String> referenceElsewhere(JoinedTable table, Column column) {
        List<SourceRelationship> references = scope.references(table.table().name()).stream()
                .filter(r -> r.fromColumns().stream().anyMatch(column.name()::equalsIgnoreCase))
                .toList();
        boolean followed = references.isEmpty()
                || references.stream()
                        .anyMatch(r -> tables.stream()
                                .anyMatch(t -> t.reach()
                                        .filter(reach -> reach.via().equals(r))
                                        .isPresent()))
                || scope.selfReferences(table.table().name()).stream()
                        .anyMatch(r -> r.fromColumns().contains(column.name()));
        if (followed) {
            return Optional.empty();
        }
        TableName target = references.getFirst().to();
        return Optional.of(
                ownDimensions.contains(target)
                        ? "refers to " + target.text() + ", which stands for itself in the model"
                        : "refers to " + target.text() + ", which is not part of this model");
    }

    private List<String> labels(JoinedTable table) {
        List<String> all = table.table().columns().stream()
                .filter(c -> LeftOut.technical(c).isEmpty())
                .map(Column::name)
                .filter(c -> List.of(SourceRole.TEXT, SourceRole.BUSINESS_KEY)
                        .contains(scope.roles(table.table().name()).role(c)))
                .toList();
        List<String> naming = all.stream()
                .filter(c -> c.toLowerCase(Locale.ROOT).contains("name")
                        || c.toLowerCase(Locale.ROOT).contains("title"))
                .toList();
        return (naming.isEmpty() ? all : naming).stream().limit(MOST_LABELS).toList();
    }

    private void carry(JoinedTable table, Column column, ColumnRole role, boolean nullable) {
        String name = names.take(wantedName(table, column));
        TableName source = table.table().name();
        List<String> tags =
                PersonalData.reason(table.table(), column).isPresent() ? List.of(PersonalData.TAG) : List.of();
        ModelColumn made = new ModelColumn(
                plan.name() + "." + name,
                name,
                MoneyType.of(column),
                nullable,
                role,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ColumnOrigin(source, column.name())),
                Optional.of(comment(table, column, name)),
                tags);
        notes.carried(source, column.name());
        carried.add(new Carried(
                made, Load.LoadColumn.copy(name, new ColumnRef(table.alias(), column.name())), source, column.name()));
    }

    private String wantedName(JoinedTable table, Column column) {
        String plain = ColumnNames.plain(column.name());
        if (ReservedWords.contain(plain)) {
            return table.alias() + "_" + plain;
        }
        if (table.reach().isEmpty()) {
            return plain;
        }
        Set<String> before = new LinkedHashSet<>();
        carried.forEach(c -> before.add(c.column().name()));
        boolean taken = before.contains(plain) || standsInDriving(plain) || SAY_LITTLE.contains(plain);
        return (table.alwaysPrefixed() || taken) && !plain.startsWith(table.alias() + "_")
                ? table.alias() + "_" + plain
                : plain;
    }

    private boolean standsInDriving(String plain) {
        return tables.getFirst().table().columns().stream()
                .anyMatch(c -> ColumnNames.plain(c.name()).equals(plain));
    }

    static String comment(JoinedTable table, Column column, String name) {
        return column.comment()
                .filter(text -> !text.isBlank())
                .orElseGet(() -> Names.label(name) + " of the " + table.alias().replace('_', ' ') + ".");
    }
}
