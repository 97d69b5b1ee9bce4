package io.lakewright.analyzer.read;

import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * At most {@value #MAXIMUM} rows a table; tables that are read together are closed under the foreign keys between them:
 * the parents of every row that is read are read too.
 *
 * <p>Half of the room of a table that others refer to is filled with its first rows, the rest is kept for parents that
 * children need. A row whose parent found no room is left out; a row whose parent does not exist in the source at all
 * stays, because it is the truth. Only tables asked for are read, and the last few slices are kept. Safe for concurrent
 * use.
 */
public final class ClosedRows implements SourceRows {

    public static final int MAXIMUM = 1_000;
    private static final int SLICES_KEPT = 4;

    private final SourceSchema schema;
    private final RowStore store;
    private final Map<Slice, Map<TableName, Rows>> slices = new LinkedHashMap<>();

    public ClosedRows(SourceSchema schema, RowStore store) {
        this.schema = schema;
        this.store = store;
    }

    @Override
    public Optional<Rows> read(TableName table, int limit) {
        return schema.table(table)
                .flatMap(found ->
                        Optional.ofNullable(slice(Set.of(found.name()), limit).get(found.name())));
    }

    @Override
    public Map<TableName, Rows> readTogether(List<TableName> tables, int limit) {
        Set<TableName> known = new LinkedHashSet<>();
        tables.forEach(table -> schema.table(table).ifPresent(found -> known.add(found.name())));
        return slice(known, limit);
    }

    @Override
    public Optional<Rows> sample(TableName table, int limit) {
        return schema.table(table).flatMap(found -> store.sample(found, Math.clamp(limit, 1, MAXIMUM)));
    }

    @Override
    public Optional<TableFigures> measure(TableName table) {
        return schema.table(table).flatMap(store::measure);
    }

    // The checker takes the elements of nullable lists for plain ones inside lambdas.
    @SuppressWarnings("NullAway")
    @Override
    public Optional<Set<List<String>>> present(TableName table, List<String> columns, Set<List<String>> keys) {
        Optional<Rows> rows = schema.table(table).map(found -> store.byKey(found, columns, keys));
        return rows.flatMap(found -> {
            List<Integer> positions = positions(found.columns(), columns);
            Set<List<String>> there = new LinkedHashSet<>();
            found.values().forEach(row -> key(row, positions).ifPresent(there::add));
            return positions.isEmpty() ? Optional.empty() : Optional.of(there);
        });
    }

    private synchronized Map<TableName, Rows> slice(Set<TableName> tables, int limit) {
        Slice wanted = new Slice(Set.copyOf(tables), Math.clamp(limit, 1, MAXIMUM));
        @Nullable Map<TableName, Rows> known = slices.get(wanted);
        if (known == null) {
            known = new Closure(wanted).compute();
            if (slices.size() >= SLICES_KEPT) {
                slices.remove(slices.keySet().iterator().next());
            }
            slices.put(wanted, known);
        }
        return known;
    }

    private record Slice(Set<TableName> tables, int room) {}

    /** The rows of one table while the slice grows. */
    private static final class Part {
        final SourceTable table;
        final List<String> columns;
        final Set<List<@Nullable String>> rows = new LinkedHashSet<>();
        final Map<List<String>, Set<List<String>>> refused = new HashMap<>();

        Part(SourceTable table, List<String> columns) {
            this.table = table;
            this.columns = columns;
        }

        /** Positions of columns, empty when the rows do not carry one of them. */
        List<Integer> positions(List<String> names) {
            return ClosedRows.positions(columns, names);
        }

        // The checker takes the elements of nullable lists for plain ones inside lambdas.
        @SuppressWarnings("NullAway")
        Set<List<String>> keys(List<Integer> positions) {
            Set<List<String>> keys = new LinkedHashSet<>();
            rows.forEach(row -> key(row, positions).ifPresent(keys::add));
            return keys;
        }
    }

    private static List<Integer> positions(List<String> columns, List<String> names) {
        List<Integer> positions = new ArrayList<>();
        for (String name : names) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).equalsIgnoreCase(name)) {
                    positions.add(i);
                }
            }
        }
        return positions.size() == names.size() ? positions : List.of();
    }

    /** A key; empty when one of its values is NULL, because such a reference points nowhere. */
    private static Optional<List<String>> key(List<@Nullable String> row, List<Integer> positions) {
        List<String> key = new ArrayList<>();
        for (int position : positions) {
            String value = row.get(position);
            if (value == null) {
                return Optional.empty();
            }
            key.add(value);
        }
        return Optional.of(key);
    }

    private final class Closure {
        private final Set<TableName> wanted;
        private final int room;
        private final Map<TableName, Part> parts = new LinkedHashMap<>();

        Closure(Slice slice) {
            this.wanted = slice.tables();
            this.room = slice.room();
        }

        Map<TableName, Rows> compute() {
            for (SourceTable table : schema.tables()) {
                if (wanted.contains(table.name())) {
                    store.first(table, isReferenced(table) ? Math.max(1, room / 2) : room)
                            .ifPresent(rows -> {
                                Part part = new Part(table, rows.columns());
                                part.rows.addAll(rows.values());
                                parts.put(table.name(), part);
                            });
                }
            }
            boolean grown = true;
            while (grown) {
                grown = false;
                for (Part child : parts.values()) {
                    for (ForeignKey foreignKey : child.table.foreignKeys()) {
                        grown |= fetchParents(child, foreignKey);
                    }
                }
            }
            dropRefused();
            Map<TableName, Rows> slice = new LinkedHashMap<>();
            parts.forEach((name, part) -> slice.put(name, SourceRows.Rows.of(part.columns, List.copyOf(part.rows))));
            return slice;
        }

        private boolean isReferenced(SourceTable table) {
            return schema.referencesTo(table.name()).stream()
                    .anyMatch(reference -> wanted.contains(reference.owner().name()));
        }

        private boolean fetchParents(Part child, ForeignKey foreignKey) {
            Part parent = parts.get(foreignKey.references());
            if (parent == null) {
                return false;
            }
            List<Integer> own = child.positions(foreignKey.columns());
            List<Integer> referenced = parent.positions(foreignKey.referencedColumns());
            if (own.isEmpty() || referenced.isEmpty()) {
                return false;
            }
            Set<List<String>> missing = child.keys(own);
            missing.removeAll(parent.keys(referenced));
            Set<List<String>> refused =
                    parent.refused.computeIfAbsent(foreignKey.referencedColumns(), columns -> new HashSet<>());
            missing.removeAll(refused);
            if (missing.isEmpty()) {
                return false;
            }
            boolean grown = false;
            for (List<@Nullable String> row : store.byKey(parent.table, foreignKey.referencedColumns(), missing)
                    .values()) {
                if (parent.rows.size() < room) {
                    grown |= parent.rows.add(row);
                } else {
                    key(row, referenced).ifPresent(refused::add);
                }
            }
            // What the source does not have either must not be asked for again.
            return grown;
        }

        private void dropRefused() {
            boolean dropped = true;
            while (dropped) {
                dropped = false;
                for (Part child : parts.values()) {
                    for (ForeignKey foreignKey : child.table.foreignKeys()) {
                        dropped |= dropRefused(child, foreignKey);
                    }
                }
            }
        }

        @SuppressWarnings("NullAway")
        private boolean dropRefused(Part child, ForeignKey foreignKey) {
            Part parent = parts.get(foreignKey.references());
            Set<List<String>> refused =
                    parent == null ? Set.of() : parent.refused.getOrDefault(foreignKey.referencedColumns(), Set.of());
            if (refused.isEmpty() || parent == null) {
                return false;
            }
            List<Integer> own = child.positions(foreignKey.columns());
            List<List<@Nullable String>> gone = child.rows.stream()
                    .filter(row -> key(row, own).filter(refused::contains).isPresent())
                    .toList();
            gone.forEach(child.rows::remove);
            // What pointed to a dropped row must go too.
            for (List<String> columns : referencedKeys(child.table.name())) {
                List<Integer> positions = child.positions(columns);
                Set<List<String>> lost = child.refused.computeIfAbsent(columns, key -> new HashSet<>());
                gone.forEach(row -> key(row, positions).ifPresent(lost::add));
            }
            return !gone.isEmpty();
        }

        private Set<List<String>> referencedKeys(TableName target) {
            Set<List<String>> keys = new LinkedHashSet<>();
            schema.referencesTo(target)
                    .forEach(reference -> keys.add(reference.foreignKey().referencedColumns()));
            return keys;
        }
    }
}
