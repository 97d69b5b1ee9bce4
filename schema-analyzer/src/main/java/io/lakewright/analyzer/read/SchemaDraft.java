package io.lakewright.analyzer.read;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.SourceView;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what a reader finds and turns it into a schema whose keys are sound: every key names columns that exist,
 * every foreign key points to a table of the schema. What does not hold is left out with a warning.
 */
public final class SchemaDraft {

    private final Map<String, TableDraft> tables = new LinkedHashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Map<String, SourceView> views = new LinkedHashMap<>();

    public void warn(String sentence) {
        warnings.add(sentence);
    }

    /** Adds a view, or puts it in the place of an earlier one of that name. */
    public void add(SourceView view) {
        views.put(key(view.name()), view);
    }

    /** Adds a table; false when there is one of that name. */
    public boolean add(TableDraft table) {
        return tables.putIfAbsent(key(table.name), table) == null;
    }

    public void remove(TableName name) {
        tables.remove(key(name));
    }

    public Optional<TableDraft> table(TableName name) {
        return Optional.ofNullable(tables.get(key(name)));
    }

    /** The tables so far. */
    public List<TableDraft> tables() {
        return List.copyOf(tables.values());
    }

    public boolean isEmpty() {
        return tables.isEmpty();
    }

    int size() {
        return tables.size();
    }

    public SchemaReading build(String name, String description, String origin) {
        List<SourceTable> built = new ArrayList<>();
        for (TableDraft table : tables.values()) {
            if (table.columns.isEmpty()) {
                warn(table.place + ": table " + table.name + " has no columns and was left out.");
            } else {
                checkKeys(table);
                built.add(build(table));
            }
        }
        return new SchemaReading(
                new SourceSchema(name, description, origin, built).withViews(List.copyOf(views.values())),
                List.copyOf(warnings));
    }

    private void checkKeys(TableDraft table) {
        Optional<List<String>> primary = table.spelled(table.primaryKey);
        if (primary.isEmpty()) {
            warn(table.place + ": the primary key of " + table.name + " names a column that it does not have.");
        }
        table.primaryKey = primary.orElse(List.of());
        List<List<String>> sound = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        seen.add(new HashSet<>(table.primaryKey));
        for (List<String> unique : table.unique) {
            Optional<List<String>> spelled = table.spelled(unique);
            if (spelled.isEmpty()) {
                warn(table.place + ": a unique key of " + table.name + " names a column that it does not have.");
            } else if (seen.add(new HashSet<>(spelled.get()))) {
                sound.add(spelled.get());
            }
        }
        table.unique.clear();
        table.unique.addAll(sound);
    }

    private SourceTable build(TableDraft table) {
        List<Column> columns = table.columns.values().stream()
                .map(column -> column.build(table.primaryKey.contains(column.name)))
                .toList();
        Set<ForeignKey> foreignKeys = new LinkedHashSet<>();
        for (TableDraft.Reference reference : table.references) {
            resolve(table, reference).ifPresent(foreignKeys::add);
        }
        return new SourceTable(
                table.name,
                columns,
                table.primaryKey,
                table.unique,
                List.copyOf(foreignKeys),
                table.rowCount,
                table.comment,
                table.keyEvidence,
                table.extraction);
    }

    private Optional<ForeignKey> resolve(TableDraft table, TableDraft.Reference reference) {
        String subject = reference.place() + ": a foreign key of " + table.name;
        Optional<TableDraft> target = table(reference.target());
        if (target.isEmpty() || target.get().columns.isEmpty()) {
            warn(subject + " points to " + reference.target() + ", which is not in this source; it was left out.");
            return Optional.empty();
        }
        List<String> wanted = reference.targetColumns().isEmpty() ? target.get().primaryKey : reference.targetColumns();
        Optional<List<String>> own = table.spelled(reference.columns());
        Optional<List<String>> referenced = target.get().spelled(wanted);
        if (own.isEmpty() || referenced.isEmpty()) {
            warn(subject + " names a column that does not exist; it was left out.");
            return Optional.empty();
        }
        if (own.get().isEmpty() || own.get().size() != referenced.get().size()) {
            warn(subject + " does not pair its columns with as many of " + reference.target() + "; it was left out.");
            return Optional.empty();
        }
        return Optional.of(new ForeignKey(
                own.get(),
                target.get().name,
                referenced.get(),
                reference.evidence().isEmpty(),
                reference.confidence(),
                reference.evidence()));
    }

    private static String key(TableName name) {
        return name.text().toLowerCase(Locale.ROOT);
    }
}
