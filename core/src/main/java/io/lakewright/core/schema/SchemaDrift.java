package io.lakewright.core.schema;

import io.lakewright.core.Copies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changed between two snapshots of a source, in the order of the tables. Figures about rows are no drift: they change
 * with every row.
 */
public record SchemaDrift(List<Change> changes) {

    public SchemaDrift {
        changes = Copies.list(changes);
    }

    /** What happened to a part of a source. A renamed part counts as dropped and added, which is all that can be seen. */
    public enum Kind {
        TABLE_ADDED,
        TABLE_DROPPED,
        COLUMN_ADDED,
        COLUMN_DROPPED,
        COLUMN_RETYPED,
        LABELS_CHANGED,
        NULL_ALLOWED,
        NULL_EXCLUDED,
        PRIMARY_KEY_CHANGED,
        FOREIGN_KEY_ADDED,
        FOREIGN_KEY_DROPPED,
        VIEW_ADDED,
        VIEW_DROPPED
    }

    /**
     * One change.
     *
     * @param column the column, empty for changes of the table
     * @param before what was there; empty for what is new
     * @param after what is there now; empty for what is gone
     */
    public record Change(Kind kind, TableName table, Optional<String> column, String before, String after) {

        /** Whether loads that were made for the state before may fail or lose something. */
        public boolean breaks() {
            return switch (kind) {
                case TABLE_DROPPED, COLUMN_DROPPED, COLUMN_RETYPED, NULL_ALLOWED, PRIMARY_KEY_CHANGED -> true;
                case TABLE_ADDED,
                        COLUMN_ADDED,
                        LABELS_CHANGED,
                        NULL_EXCLUDED,
                        FOREIGN_KEY_ADDED,
                        FOREIGN_KEY_DROPPED,
                        VIEW_ADDED,
                        VIEW_DROPPED -> false;
            };
        }

        /** The change in words: {@code shop.orders.total: numeric(10,2) is now numeric(12,2)}. */
        public String text() {
            String subject = table.text() + column.map(name -> "." + name).orElse("");
            return subject
                    + switch (kind) {
                        case TABLE_ADDED -> ": a new table with " + after;
                        case TABLE_DROPPED -> ": the table is gone";
                        case COLUMN_ADDED -> ": a new column, " + after;
                        case COLUMN_DROPPED -> ": the column is gone, it was " + before;
                        case COLUMN_RETYPED -> ": " + before + " is now " + after;
                        case LABELS_CHANGED -> ": the labels were " + before + " and are " + after;
                        case NULL_ALLOWED -> ": may be NULL now";
                        case NULL_EXCLUDED -> ": is never NULL now";
                        case PRIMARY_KEY_CHANGED -> ": the primary key was " + before + " and is " + after;
                        case FOREIGN_KEY_ADDED -> ": a new foreign key " + after;
                        case FOREIGN_KEY_DROPPED -> ": the foreign key " + before + " is gone";
                        case VIEW_ADDED -> ": a new view";
                        case VIEW_DROPPED -> ": the view is gone";
                    };
        }
    }

    /** The changes that lead from one snapshot to the other; names are compared without regard to case. */
    public static SchemaDrift between(SourceSchema before, SourceSchema after) {
        List<Change> changes = new ArrayList<>();
        Map<String, SourceTable> old = byName(before);
        Map<String, SourceTable> now = byName(after);
        old.forEach((name, table) -> {
            SourceTable same = now.get(name);
            if (same == null) {
                changes.add(change(Kind.TABLE_DROPPED, table, Optional.empty(), columns(table), ""));
            } else {
                tables(table, same, changes);
            }
        });
        now.forEach((name, table) -> {
            if (!old.containsKey(name)) {
                changes.add(change(Kind.TABLE_ADDED, table, Optional.empty(), "", columns(table)));
            }
        });
        views(before, after, changes);
        return new SchemaDrift(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    private static void tables(SourceTable before, SourceTable after, List<Change> changes) {
        for (Column column : before.columns()) {
            Optional<String> name = Optional.of(column.name());
            Optional<Column> same = after.column(column.name());
            if (same.isEmpty()) {
                changes.add(change(Kind.COLUMN_DROPPED, before, name, column.type(), ""));
                continue;
            }
            if (!same.get().type().equals(column.type())) {
                changes.add(change(
                        Kind.COLUMN_RETYPED,
                        before,
                        name,
                        column.type(),
                        same.get().type()));
            }
            if (!same.get().labels().equals(column.labels())) {
                changes.add(change(Kind.LABELS_CHANGED, before, name, labels(column), labels(same.get())));
            }
            if (same.get().nullable() != column.nullable()) {
                Kind kind = column.nullable() ? Kind.NULL_EXCLUDED : Kind.NULL_ALLOWED;
                changes.add(change(kind, before, name, nullable(column), nullable(same.get())));
            }
        }
        for (Column column : after.columns()) {
            if (before.column(column.name()).isEmpty()) {
                changes.add(change(Kind.COLUMN_ADDED, after, Optional.of(column.name()), "", column.type()));
            }
        }
        keys(before, after, changes);
    }

    private static void keys(SourceTable before, SourceTable after, List<Change> changes) {
        if (!declaredKey(before).equalsIgnoreCase(declaredKey(after))) {
            changes.add(change(
                    Kind.PRIMARY_KEY_CHANGED, before, Optional.empty(), declaredKey(before), declaredKey(after)));
        }
        List<String> old = references(before);
        List<String> now = references(after);
        old.stream()
                .filter(text -> now.stream().noneMatch(text::equalsIgnoreCase))
                .forEach(text -> changes.add(change(Kind.FOREIGN_KEY_DROPPED, before, Optional.empty(), text, "")));
        now.stream()
                .filter(text -> old.stream().noneMatch(text::equalsIgnoreCase))
                .forEach(text -> changes.add(change(Kind.FOREIGN_KEY_ADDED, after, Optional.empty(), "", text)));
    }

    private static Change change(Kind kind, SourceTable table, Optional<String> column, String before, String after) {
        return new Change(kind, table.name(), column, before, after);
    }

    /** Views by name only: what they compute is read from the tables. */
    private static void views(SourceSchema before, SourceSchema after, List<Change> changes) {
        Set<String> old = names(before);
        Set<String> now = names(after);
        before.views().stream()
                .filter(view -> !now.contains(key(view)))
                .forEach(view -> changes.add(new Change(Kind.VIEW_DROPPED, view.name(), Optional.empty(), "view", "")));
        after.views().stream()
                .filter(view -> !old.contains(key(view)))
                .forEach(view -> changes.add(new Change(Kind.VIEW_ADDED, view.name(), Optional.empty(), "", "view")));
    }

    private static Set<String> names(SourceSchema schema) {
        return schema.views().stream().map(SchemaDrift::key).collect(Collectors.toSet());
    }

    private static String key(SourceView view) {
        return view.name().text().toLowerCase(Locale.ROOT);
    }

    private static String labels(Column column) {
        return column.labels().isEmpty() ? "none" : String.join(", ", column.labels());
    }

    private static String nullable(Column column) {
        return column.nullable() ? "NULL" : "NOT NULL";
    }

    /** A key that was found in rows comes and goes with them. */
    private static String declaredKey(SourceTable table) {
        return key(table.keyEvidence().isPresent() ? List.of() : table.primaryKey());
    }

    private static String key(List<String> columns) {
        return columns.isEmpty() ? "none" : "(" + String.join(", ", columns) + ")";
    }

    private static String columns(SourceTable table) {
        return table.columns().size() + (table.columns().size() == 1 ? " column" : " columns");
    }

    /** Only declared keys: inferred ones come and go with rows. */
    private static List<String> references(SourceTable table) {
        return table.foreignKeys().stream()
                .filter(ForeignKey::declared)
                .map(key -> key(key.columns()) + " to " + key.references().text() + " " + key(key.referencedColumns()))
                .toList();
    }

    private static Map<String, SourceTable> byName(SourceSchema schema) {
        return schema.tables().stream()
                .collect(Collectors.toMap(
                        table -> table.name().text().toLowerCase(Locale.ROOT),
                        table -> table,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
