package io.lakewright.analyzer;

import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.SourceView;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Several sources as one, so that a model can join them. Tables keep their names; a source of which a table is there
 * already under the same name gets its own name before those of its schemas.
 */
final class SourceUnion {

    private final List<SourceTable> tables = new ArrayList<>();
    private final List<SourceView> views = new ArrayList<>();
    private final Map<TableName, Place> places = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Where a table of the union comes from. */
    private record Place(SourceRows rows, TableName name) {}

    private SourceUnion() {}

    /** @param sources one or more; a single one is given back as it is */
    static OpenedSource of(List<OpenedSource> sources) {
        if (sources.size() == 1) {
            return sources.getFirst();
        }
        SourceUnion union = new SourceUnion();
        sources.forEach(union::add);
        return new OpenedSource(
                new SourceSchema(
                                joined(sources, SourceSchema::name, "_and_"),
                                joined(sources, SourceSchema::description, " "),
                                joined(sources, SourceSchema::origin, "; "),
                                union.tables)
                        .withViews(union.views),
                new UnionRows(Map.copyOf(union.places)),
                sources.stream().anyMatch(OpenedSource::hasRows),
                sources.stream().flatMap(source -> source.warnings().stream()).toList());
    }

    private static String joined(List<OpenedSource> sources, Function<SourceSchema, String> part, String between) {
        return sources.stream()
                .map(source -> part.apply(source.schema()))
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining(between));
    }

    private void add(OpenedSource source) {
        String prefix = prefix(source.schema());
        source.schema()
                .views()
                .forEach(view -> views.add(new SourceView(
                        renamed(view.name(), prefix), view.columns(), view.materialized(), view.comment())));
        for (SourceTable table : source.schema().tables()) {
            TableName name = renamed(table.name(), prefix);
            taken.add(key(name));
            places.put(name, new Place(source.rows(), table.name()));
            tables.add(table.named(name)
                    .withForeignKeys(table.foreignKeys().stream()
                            .map(reference -> new ForeignKey(
                                    reference.columns(),
                                    renamed(reference.references(), prefix),
                                    reference.referencedColumns(),
                                    reference.declared(),
                                    reference.confidence(),
                                    reference.evidence()))
                            .toList()));
        }
    }

    /** What stands before the schemas of a source: nothing, unless one of its tables is there already. */
    private String prefix(SourceSchema schema) {
        String base = Names.snake(schema.name());
        String prefix = "";
        for (int attempt = 1; isTaken(schema, prefix); attempt++) {
            prefix = base + (attempt == 1 ? "_" : attempt + "_");
        }
        return prefix;
    }

    private boolean isTaken(SourceSchema schema, String prefix) {
        return schema.tables().stream().anyMatch(table -> taken.contains(key(renamed(table.name(), prefix))));
    }

    private static TableName renamed(TableName name, String prefix) {
        return prefix.isEmpty() ? name : new TableName(prefix + name.schema(), name.table());
    }

    private static String key(TableName name) {
        return name.text().toLowerCase(Locale.ROOT);
    }

    /** Asks the source of a table under the name that it has there. */
    private record UnionRows(Map<TableName, Place> places) implements SourceRows {

        private Optional<Place> place(TableName table) {
            return Optional.ofNullable(places.get(table));
        }

        @Override
        public Optional<Rows> read(TableName table, int limit) {
            return place(table).flatMap(place -> place.rows().read(place.name(), limit));
        }

        /** Tables of one source are read together; nothing is known of rows that join over two. */
        @Override
        public Map<TableName, Rows> readTogether(List<TableName> tables, int limit) {
            Map<SourceRows, Map<TableName, TableName>> bySource = new LinkedHashMap<>();
            tables.forEach(table -> place(table)
                    .ifPresent(place -> bySource.computeIfAbsent(place.rows(), rows -> new LinkedHashMap<>())
                            .put(place.name(), table)));
            Map<TableName, Rows> all = new LinkedHashMap<>();
            bySource.forEach((rows, names) -> rows.readTogether(List.copyOf(names.keySet()), limit)
                    .forEach((name, read) -> all.put(names.getOrDefault(name, name), read)));
            return all;
        }

        @Override
        public Optional<Set<List<String>>> present(TableName table, List<String> columns, Set<List<String>> keys) {
            return place(table).flatMap(place -> place.rows().present(place.name(), columns, keys));
        }

        @Override
        public Optional<Rows> sample(TableName table, int limit) {
            return place(table).flatMap(place -> place.rows().sample(place.name(), limit));
        }

        @Override
        public Optional<TableFigures> measure(TableName table) {
            return place(table).flatMap(place -> place.rows().measure(place.name()));
        }
    }
}
