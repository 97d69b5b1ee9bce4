package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.core.document.Json;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.model.Conventions;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.model.HashProfile;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.ModelSource;
import io.lakewright.core.model.ModelStyle;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Target;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a star or a vault that stands in a source as a model, so that what is designed next can use its dimensions and
 * hubs. Tables of such a model have no loads: somebody else loads them. What the catalogue does not show, such as the
 * recipe of hashes or whether a dimension is overwritten, is said in the tables' decisions.
 */
public final class ExistingModel {

    private final SchemaUnderstanding understanding;
    private final Map<TableName, Part> star;
    private final Map<TableName, Part> vault;
    private final List<TableSpec> tables = new ArrayList<>();
    private final List<Exclusion> excluded = new ArrayList<>();

    private ExistingModel(SchemaUnderstanding understanding) {
        this.understanding = understanding;
        this.vault = VaultSigns.of(understanding.schema());
        Map<TableName, Part> dimensional = new LinkedHashMap<>(StarSigns.of(understanding));
        dimensional.keySet().removeAll(vault.keySet());
        this.star = dimensional;
    }

    /** The model that stands in the schema; empty where tables form neither a star nor a vault. */
    public static Optional<DataModel> read(SchemaUnderstanding understanding) {
        ExistingModel reading = new ExistingModel(understanding);
        reading.readTables();
        return reading.tables.isEmpty() ? Optional.empty() : Optional.of(reading.model());
    }

    private void readTables() {
        Map<TableName, Part> all = new LinkedHashMap<>(vault);
        all.putAll(star);
        ExistingTables written = new ExistingTables(all.values());
        VaultTables vaultTables = new VaultTables(understanding, written, vault);
        StarReferences references = new StarReferences(understanding, written, star.values());
        StarFacts facts = new StarFacts(understanding, written, references);
        StarDimensions dimensions = new StarDimensions(understanding, written, references);
        for (SourceTable table : understanding.schema().tables()) {
            Part part = all.get(table.name());
            if (part == null) {
                continue;
            }
            Optional<TableSpec> read = switch (part.kind()) {
                case HUB -> vaultTables.hub(part);
                case LINK -> vaultTables.link(part);
                case SATELLITE -> vaultTables.satellite(part);
                case FACT -> Optional.of(facts.read(part));
                case DIMENSION, CALENDAR -> Optional.of(dimensions.read(part));
                case HELPER -> Optional.empty();
            };
            read.ifPresentOrElse(
                    tables::add, () -> excluded.add(new Exclusion(table.name().text(), reason(part))));
        }
        dropDangling();
    }

    private static String reason(Part part) {
        return switch (part.kind()) {
            case HUB -> "it is named as a hub, but no key of it is known";
            case LINK -> "it is named as a link, but fewer than two hubs are found in its columns";
            case SATELLITE -> "it is named as a satellite, but no hub or link is found in its columns";
            case FACT, DIMENSION, CALENDAR, HELPER -> "it serves queries or loads and holds nothing of its own";
        };
    }

    /** What hangs on a table that could not be read cannot be read either. */
    private void dropDangling() {
        boolean dropped = true;
        while (dropped) {
            List<String> ids = tables.stream().map(TableSpec::id).toList();
            List<TableSpec> dangling = tables.stream()
                    .filter(table -> !ids.containsAll(table.parents()))
                    .toList();
            dangling.forEach(table -> excluded.add(new Exclusion(
                    table.sources().getFirst().text(), "the table it hangs on could not be read as a hub or link")));
            dropped = tables.removeAll(dangling);
        }
    }

    private DataModel model() {
        SourceSchema schema = understanding.schema();
        List<SourceTable> used = schema.tables().stream()
                .filter(table -> tables.stream()
                        .anyMatch(spec -> spec.sources().getFirst().equals(table.name())))
                .toList();
        boolean dimensional = tables.stream().anyMatch(table -> table.layer() == Layer.GOLD);
        boolean vaulted = tables.stream().anyMatch(table -> table.layer() != Layer.GOLD);
        ModelStyle style =
                dimensional && vaulted ? ModelStyle.HYBRID : vaulted ? ModelStyle.DATA_VAULT : ModelStyle.DIMENSIONAL;
        return new DataModel(
                DataModel.SCHEMA_VERSION,
                Names.snake(schema.name()),
                style,
                "What stands already in " + schema.name() + ": " + counts(tables) + ".",
                new ModelSource(schema.name(), ModelDocuments.digest(Json.compact(schema)), used, List.of()),
                new Conventions("as_found", HashProfile.UNKNOWN, vaulted ? SurrogateKind.HASH : SurrogateKind.IDENTITY),
                targets(schema),
                List.of(),
                excluded,
                tables);
    }

    /** The part of a model that the tables of those source names need: they and what they refer to. */
    public static DataModel part(DataModel model, Collection<TableName> wanted) {
        Map<String, TableSpec> needed = new LinkedHashMap<>();
        Deque<TableSpec> open = new ArrayDeque<>(model.tables().stream()
                .filter(table -> wanted.contains(table.sources().getFirst()))
                .toList());
        while (!open.isEmpty()) {
            TableSpec next = open.remove();
            if (needed.putIfAbsent(next.id(), next) == null) {
                Stream.concat(
                                next.parents().stream(),
                                next.keys().foreign().stream().map(ModelForeignKey::references))
                        .flatMap(id -> model.byId(id).stream())
                        .forEach(open::add);
            }
        }
        List<TableSpec> tables = model.tables().stream()
                .filter(table -> needed.containsKey(table.id()))
                .toList();
        List<SourceTable> sources = model.source().tables().stream()
                .filter(source -> tables.stream()
                        .anyMatch(table -> table.sources().getFirst().equals(source.name())))
                .toList();
        return model.withTables(tables)
                .withSource(new ModelSource(
                        model.source().workspace(),
                        model.source().snapshot(),
                        sources,
                        model.source().extraction()));
    }

    /** How many tables of which kind, in words. */
    public static String counts(List<TableSpec> tables) {
        Map<String, Long> counts = tables.stream()
                .collect(Collectors.groupingBy(
                        table -> table.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        LinkedHashMap::new,
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey() + (entry.getValue() == 1 ? "" : "s"))
                .collect(Collectors.joining(", "));
    }

    /** The schema that holds most tables of a layer stands for it; where each table stands is said by its source. */
    private Map<Layer, Target> targets(SourceSchema schema) {
        Map<Layer, Target> targets = new LinkedHashMap<>();
        for (Layer layer : Layer.values()) {
            tables.stream()
                    .filter(table -> table.layer() == layer)
                    .collect(Collectors.groupingBy(
                            table -> table.sources().getFirst().schema(), LinkedHashMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .max(Comparator.comparingLong(Map.Entry::getValue))
                    .ifPresent(most -> targets.put(layer, new Target(schema.name(), most.getKey())));
        }
        return targets;
    }
}
