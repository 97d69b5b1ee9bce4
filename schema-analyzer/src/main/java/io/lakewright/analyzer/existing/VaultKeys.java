package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The keys of a vault's tables and what they lead to. Vaults seldom declare keys, but a key has one name wherever it
 * stands, with the part it plays before it where it stands twice.
 */
final class VaultKeys {

    /**
     * A column that holds the key of a hub or link.
     *
     * @param parentKey the name of the key in the hub or link
     */
    record ParentKey(String column, SourceTable parent, String parentKey) {}

    private static final Set<String> KEY_WORDS = Set.of("hk", "hkey", "hashkey", "hash", "key", "pk", "fk", "sqn");

    private static final Set<String> LOADING_WORDS = Set.of(
            "load", "loaded", "seen", "applied", "insert", "inserted", "update", "updated", "created", "extract");

    private final SchemaUnderstanding understanding;
    private final Map<TableName, String> own = new LinkedHashMap<>();
    private final KeyIndex hubs;
    private final KeyIndex links;

    VaultKeys(SchemaUnderstanding understanding, Collection<Part> parts) {
        this.understanding = understanding;
        Map<TableName, SourceTable> hubTables = of(parts, Part.Kind.HUB);
        Map<TableName, SourceTable> linkTables = of(parts, Part.Kind.LINK);
        Map<String, Long> tablesWith = parts.stream()
                .filter(part -> part.kind() != Part.Kind.HELPER)
                .flatMap(part -> part.table().columns().stream().map(column -> flat(column.name())))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        hubTables.values().forEach(hub -> ownKey(hub, column -> tablesWith.getOrDefault(flat(column.name()), 0L) > 1));
        Set<String> hubKeys = hubTables.keySet().stream()
                .flatMap(hub -> Optional.ofNullable(own.get(hub)).stream())
                .map(VaultKeys::flat)
                .collect(Collectors.toSet());
        linkTables
                .values()
                .forEach(link ->
                        ownKey(link, column -> VaultMarks.isHashKey(column) && !hubKeys.contains(flat(column.name()))));
        this.hubs = index(hubTables);
        this.links = index(linkTables);
    }

    /**
     * Hubs or links by the name of their key and by the words in it that say whose key it is; of two with the same key
     * the first counts.
     */
    private record KeyIndex(
            Map<TableName, SourceTable> tables,
            Map<String, SourceTable> byName,
            Map<List<String>, SourceTable> byThing) {}

    private KeyIndex index(Map<TableName, SourceTable> tables) {
        Map<String, SourceTable> byName = new HashMap<>();
        Map<List<String>, SourceTable> byThing = new HashMap<>();
        tables.forEach((name, table) -> Optional.ofNullable(own.get(name)).ifPresent(key -> {
            byName.putIfAbsent(flat(key), table);
            List<String> thing = thing(key);
            if (!thing.isEmpty() && thing.size() < Names.words(key).size()) {
                byThing.putIfAbsent(thing, table);
            }
        }));
        return new KeyIndex(tables, byName, byThing);
    }

    /** The key of a hub or link; empty when none can be told. */
    Optional<String> own(SourceTable table) {
        return Optional.ofNullable(own.get(table.name()));
    }

    /** What the business knows a row of the hub by: all that is no hash and nothing technical, or its only key. */
    List<String> businessKey(SourceTable hub, String key) {
        VaultMarks marks = VaultMarks.of(hub);
        List<String> rest = hub.columns().stream()
                .filter(column ->
                        !column.name().equals(key) && !marks.isTechnical(column) && !isMomentOfLoading(column))
                .map(Column::name)
                .toList();
        return rest.isEmpty() ? List.of(key) : rest;
    }

    private static boolean isMomentOfLoading(Column column) {
        return column.lakeType().isTemporal()
                && (column.nullable() || Names.words(column.name()).stream().anyMatch(LOADING_WORDS::contains));
    }

    /** The hubs that a link joins, in the order of its columns. */
    List<ParentKey> hubs(SourceTable link) {
        String key = own.getOrDefault(link.name(), "");
        return parents(link, hubs).stream()
                .filter(parent -> !parent.column().equals(key))
                .toList();
    }

    /** The hub or link that a satellite describes; the link where it carries the keys of both. */
    Optional<ParentKey> parent(SourceTable satellite) {
        List<ParentKey> toLinks = parents(satellite, links);
        List<ParentKey> all = new ArrayList<>(toLinks);
        all.addAll(parents(satellite, hubs));
        return all.stream()
                .filter(parent -> satellite.isPrimaryKeyColumn(parent.column()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private List<ParentKey> parents(SourceTable table, KeyIndex among) {
        Map<String, ParentKey> found = new HashMap<>();
        for (SourceRelationship relationship : understanding.outgoing(table.name())) {
            SourceTable parent = among.tables().get(relationship.to());
            if (parent != null && relationship.fromColumns().size() == 1) {
                String column = relationship.fromColumns().getFirst();
                found.put(
                        column,
                        new ParentKey(column, parent, relationship.toColumns().getFirst()));
            }
        }
        for (Column column : table.columns()) {
            if (!found.containsKey(column.name())) {
                named(table, column, among).ifPresent(parent -> found.put(column.name(), parent));
            }
        }
        return table.columns().stream()
                .flatMap(column -> Optional.ofNullable(found.get(column.name())).stream())
                .toList();
    }

    /** The table whose key has the column's name or, behind the word for a part, ends it. */
    private Optional<ParentKey> named(SourceTable table, Column column, KeyIndex among) {
        List<String> thing = thing(column.name());
        boolean key = thing.size() < Names.words(column.name()).size();
        Stream<SourceTable> ending = key
                ? IntStream.range(0, thing.size())
                        .mapToObj(from -> among.byThing().get(thing.subList(from, thing.size())))
                        .filter(Objects::nonNull)
                : Stream.empty();
        return Stream.concat(Optional.ofNullable(among.byName().get(flat(column.name()))).stream(), ending)
                .filter(parent -> !parent.name().equals(table.name()))
                .findFirst()
                .map(parent -> new ParentKey(column.name(), parent, own.getOrDefault(parent.name(), "")));
    }

    private void ownKey(SourceTable table, Predicate<Column> likely) {
        VaultMarks marks = VaultMarks.of(table);
        Optional<String> key = table.primaryKey().size() == 1
                ? Optional.of(table.primaryKey().getFirst())
                : table.columns().stream()
                        .filter(column -> !marks.isTechnical(column) && likely.test(column))
                        .map(Column::name)
                        .findFirst();
        key.ifPresent(name -> own.put(table.name(), name));
    }

    private static Map<TableName, SourceTable> of(Collection<Part> parts, Part.Kind kind) {
        Map<TableName, SourceTable> found = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.kind() == kind)
                .forEach(part -> found.put(part.table().name(), part.table()));
        return found;
    }

    /** The words of a key's name that say whose key it is. */
    private static List<String> thing(String key) {
        return Names.words(key).stream()
                .filter(word -> !KEY_WORDS.contains(word))
                .toList();
    }

    private static String flat(String name) {
        return String.join("", Names.words(name));
    }
}
