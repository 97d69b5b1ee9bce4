package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.naming.ReservedWords;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.PersonalData;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.ColumnNames;
import io.lakewright.generator.design.MoneyType;
import java.util.ArrayList;
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
                .or(() -> leadsToParent(table, column))
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

    /** The number by which a parent was joined tells nothing once the parent's columns stand here. */
    private Optional<String> leadsToParent(JoinedTable table, Column column) {
        boolean number = column.lakeType().isNumeric() || column.type().equalsIgnoreCase("uuid");
        boolean asked = wanted.names(table.table().name(), column.name());
        return tables.stream()
                .filter(parent -> !parent.labelsOnly() && number && !asked)
                .filter(parent -> parent.reach()
                        .filter(r -> !r.downward() && r.from().equals(table.alias()))
                        .filter(r -> r.via().fromColumns().equals(List.of(column.name())))
                        .isPresent())
                .filter(this::hasContent)
                .findFirst()
                .map(parent -> "only leads to " + parent.table().name().text() + ", whose columns stand in the row");
    }

    private boolean hasContent(JoinedTable parent) {
        List<String> shared = parent.sharedColumns();
        return parent.table().columns().stream()
                .anyMatch(c -> shared.stream().noneMatch(c.name()::equalsIgnoreCase)
                        && LeftOut.technical(c).isEmpty()
                        && wanted.refuses(parent.table().name(), c.name()).isEmpty()
                        && scope.references(parent.table().name()).stream()
                                .noneMatch(r -> r.fromColumns().contains(c.name())));
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
                role == ColumnRole.BUSINESS_KEY
                        ? Comments.ofKey(table, column, plan.entity())
                        : Comments.of(table, column),
                tags);
        notes.carried(source, column.name());
        if (MoneyType.isUnbounded(column)) {
            notes.unbounded(plan.name() + "." + name, made.type());
        }
        carried.add(new Carried(
                made, Load.LoadColumn.copy(name, new ColumnRef(table.alias(), column.name())), source, column.name()));
    }

    /** A parent's column says whose it is, a column of the thing itself need not (style.md, modeling.md 5.1). */
    private String wantedName(JoinedTable table, Column column) {
        if (table.reach().isEmpty()) {
            String plain = ColumnNames.plain(column.name());
            return ReservedWords.contain(plain) ? table.alias() + "_" + plain : plain;
        }
        String plain = ColumnNames.plain(Roles.bare(table.table(), column.name()));
        boolean same = !table.alwaysPrefixed() && describesTheSame(table) && !isTaken(plain);
        boolean told = flat(plain).startsWith(flat(table.alias()))
                || !table.alwaysPrefixed() && !isTaken(plain) && beginsWithTheWord(plain, table.alias());
        return same && !SAY_LITTLE.contains(plain) && !ReservedWords.contain(plain) || told
                ? plain
                : table.alias() + "_" + plain;
    }

    /** A row of a table that shares its key with the dimension's is another part of the same thing. */
    private boolean describesTheSame(JoinedTable table) {
        Optional<JoinedTable.Reach> reach = table.reach();
        while (reach.isPresent()) {
            JoinedTable.Reach step = reach.get();
            if (step.via().type() != SourceRelationship.Cardinality.ONE_TO_ONE) {
                return false;
            }
            reach = tables.stream()
                    .filter(t -> t.alias().equals(step.from()))
                    .findFirst()
                    .flatMap(JoinedTable::reach);
        }
        return true;
    }

    /** {@code category_name} needs no {@code product_category} before it. */
    private static boolean beginsWithTheWord(String plain, String alias) {
        String word = alias.substring(alias.lastIndexOf('_') + 1);
        return plain.equals(word) || plain.startsWith(word + "_");
    }

    private static String flat(String name) {
        return name.replace("_", "");
    }

    private boolean isTaken(String plain) {
        return carried.stream().anyMatch(c -> c.column().name().equals(plain)) || standsInDriving(plain);
    }

    private boolean standsInDriving(String plain) {
        return tables.getFirst().table().columns().stream()
                .anyMatch(c -> ColumnNames.plain(c.name()).equals(plain));
    }
}
