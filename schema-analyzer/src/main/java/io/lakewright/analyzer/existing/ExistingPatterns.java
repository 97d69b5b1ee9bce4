package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.understand.SchemaPatterns.Pattern;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The patterns of warehouses that a schema follows already. */
public final class ExistingPatterns {

    private static final Set<TableKind> STAR =
            EnumSet.of(TableKind.FACT, TableKind.DIMENSION, TableKind.DATE_DIMENSION);

    private ExistingPatterns() {}

    /** @param model what {@link ExistingModel#read} found in the schema */
    public static List<Pattern> of(SourceSchema schema, Optional<DataModel> model) {
        List<Pattern> patterns = new ArrayList<>();
        model.ifPresent(found -> {
            add(patterns, "dimensional", found, table -> STAR.contains(table.kind()), "facts and what they refer to");
            add(
                    patterns,
                    "snowflake",
                    found,
                    table -> isSnowflaked(found, table),
                    "dimensions that refer to other dimensions");
            add(
                    patterns,
                    "data_vault",
                    found,
                    table -> !STAR.contains(table.kind()),
                    "hubs, links and satellites with their load dates");
        });
        List<TableName> versioned = schema.tables().stream()
                .filter(table -> Versioning.of(table).isPresent())
                .map(SourceTable::name)
                .toList();
        if (!versioned.isEmpty()) {
            patterns.add(pattern("scd2", versioned, "a start, an end or a mark of the current one keep versions", 0.9));
        }
        Medallion.of(schema).ifPresent(patterns::add);
        return List.copyOf(patterns);
    }

    private static void add(
            List<Pattern> patterns, String name, DataModel model, Predicate<TableSpec> follows, String evidence) {
        List<TableName> tables = model.tables().stream()
                .filter(follows)
                .map(table -> table.sources().getFirst())
                .toList();
        if (!tables.isEmpty()) {
            patterns.add(pattern(name, tables, evidence, 0.9));
        }
    }

    static Pattern pattern(String name, List<TableName> tables, String evidence, double confidence) {
        return new Pattern(
                name, tables, tables.size() + (tables.size() == 1 ? " table: " : " tables: ") + evidence, confidence);
    }

    private static boolean isSnowflaked(DataModel model, TableSpec table) {
        return table.kind() == TableKind.DIMENSION
                && table.keys().foreign().stream()
                        .map(ModelForeignKey::references)
                        .filter(parent -> !parent.equals(table.id()))
                        .flatMap(parent -> model.byId(parent).stream())
                        .anyMatch(parent -> parent.kind() == TableKind.DIMENSION
                                && !parent.common().patternId().equals("dim.date"));
    }
}
