package io.lakewright.analyzer.read.ddl;

import io.lakewright.analyzer.read.ColumnDraft;
import io.lakewright.analyzer.read.SchemaDraft;
import io.lakewright.analyzer.read.TableDraft;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Applies ALTER statements: keys and columns that a script adds to tables after it made them. */
final class TableAlterations {

    private static final List<String> OTHER_ACTIONS = List.of("drop", "alter", "modify", "change", "rename");

    private final SchemaDraft draft;
    private final Names names;
    private final TableElements elements;

    TableAlterations(SchemaDraft draft, Names names, TableElements elements) {
        this.draft = draft;
        this.names = names;
        this.elements = elements;
    }

    /** False when the statement changes a table in a way that cannot be read. */
    boolean alter(DdlTokens tokens) {
        tokens.accept("alter");
        if (tokens.accept("sequence")) {
            return ownedSequence(tokens);
        }
        if (!tokens.accept("table")) {
            return true;
        }
        tokens.accept("if", "exists");
        tokens.accept("only");
        Optional<TableName> name = names.table(tokens.qualifiedName());
        tokens.acceptSymbol('*');
        if (name.isEmpty()) {
            return false;
        }
        if (tokens.accept("attach", "partition")) {
            names.table(tokens.qualifiedName()).ifPresent(draft::remove);
            return true;
        }
        Optional<TableDraft> table = draft.table(name.get());
        if (table.isEmpty()) {
            // Keys of partitions and of tables that were reported already.
            return true;
        }
        if (!tokens.accept("with", "check")) {
            tokens.accept("with", "nocheck");
        }
        boolean read = true;
        boolean adds = false;
        while (read && !tokens.done()) {
            DdlTokens action = tokens.element();
            // SQL Server says ADD once for several.
            adds = action.isNext("add") || adds && OTHER_ACTIONS.stream().noneMatch(action::isNext);
            read = action(table.get(), action, adds);
        }
        return read;
    }

    private boolean action(TableDraft table, DdlTokens action, boolean adds) {
        String place = action.place();
        if (adds) {
            action.accept("add");
            return added(table, action, place);
        }
        if (action.accept("alter")) {
            action.accept("column");
            action.identifier().flatMap(table::column).ifPresent(column -> alterColumn(column, action));
            return true;
        }
        if (action.accept("modify")) {
            action.accept("column");
            return redefined(table, action, place);
        }
        if (action.accept("change")) {
            action.accept("column");
            action.identifier().ifPresent(old -> table.columns.remove(old.toLowerCase(Locale.ROOT)));
            return elements.read(table, action, place);
        }
        return !action.isNext("drop", "column") && !action.isNext("rename");
    }

    private boolean added(TableDraft table, DdlTokens action, String place) {
        boolean column = action.accept("column") || action.accept("columns");
        action.accept("if", "not", "exists");
        if (action.isSymbolNext('(')) {
            return action.elements().stream().allMatch(element -> elements.read(table, element, place));
        }
        boolean other = !column
                && (action.isNext("constraint") && (action.contains("default") && !action.contains("key"))
                        || action.isNext("default")
                        || action.isNext("partition"));
        return other || elements.read(table, action, place);
    }

    /** MODIFY states a column anew, and in dumps only adds that it counts up. */
    private boolean redefined(TableDraft table, DdlTokens action, String place) {
        TableDraft alone = new TableDraft(table.name, place);
        if (!elements.read(alone, action, place) || alone.columns.isEmpty()) {
            return false;
        }
        ColumnDraft stated = alone.columns.values().iterator().next();
        stated.comment = stated.comment.or(() -> table.column(stated.name).flatMap(before -> before.comment));
        table.columns.replace(stated.name.toLowerCase(Locale.ROOT), stated);
        return true;
    }

    private static void alterColumn(ColumnDraft column, DdlTokens tokens) {
        if (tokens.accept("set", "not", "null")) {
            column.nullable = false;
        } else if (tokens.accept("drop", "not", "null")) {
            column.nullable = true;
        } else if (tokens.accept("add", "generated") || tokens.accept("set", "default", "nextval")) {
            column.identity = true;
        }
    }

    /** {@code ALTER SEQUENCE s OWNED BY t.c}: the column is filled by the sequence. */
    private boolean ownedSequence(DdlTokens tokens) {
        tokens.accept("if", "exists");
        tokens.qualifiedName();
        if (tokens.accept("owned", "by")) {
            List<String> owner = tokens.qualifiedName();
            if (owner.size() > 1) {
                names.table(owner.subList(0, owner.size() - 1))
                        .flatMap(draft::table)
                        .flatMap(table -> table.column(owner.getLast()))
                        .ifPresent(column -> column.identity = true);
            }
        }
        return true;
    }
}
