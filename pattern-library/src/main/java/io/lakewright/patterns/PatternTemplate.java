package io.lakewright.patterns;

import io.lakewright.core.model.Calendar;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Conventions;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.Extraction;
import io.lakewright.core.model.ExtractionMode;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.Grain;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.HashProfile;
import io.lakewright.core.model.History;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.ModelSource;
import io.lakewright.core.model.ModelStyle;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SpecialRow;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Target;
import io.lakewright.core.model.Transform;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.Script;
import io.lakewright.sql.ScriptPrinter;
import io.lakewright.sql.ScriptType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Jinja2 template of a pattern, printed from a skeleton table by the printers that print every model. The
 * skeleton's entity has a placeholder name, which becomes the hole {@code entity_name}.
 */
final class PatternTemplate {

    private static final String ENTITY = "entity_name";
    private static final String HOLE = "{{ entity_name }}";
    private static final TableName SOURCE = new TableName("source", ENTITY);
    private static final ColumnRef KEY = new ColumnRef("s", "business_key");
    private static final ColumnRef OTHER = new ColumnRef("s", "other_key");
    private static final ColumnRef ATTRIBUTE = new ColumnRef("s", "attribute");

    private PatternTemplate() {}

    /** The template of one type of script; the first comment of the text lists its further holes. */
    static String of(Pattern pattern, ScriptType type) {
        DataModel model = model(pattern);
        String tableId = model.tables().getFirst().id();
        StringBuilder text = new StringBuilder();
        for (Script script : ScriptPrinter.print(model, Dialect.DATABRICKS)) {
            if (script.type() == type && script.tableId().equals(tableId)) {
                text.append(script.template().replace(ENTITY, HOLE));
            }
        }
        return text.toString();
    }

    /** A model with one table of the pattern, and what it refers to. */
    static DataModel model(Pattern pattern) {
        List<TableSpec> tables = switch (pattern.kind()) {
            case HUB -> List.of(hub(ENTITY, "business_key"));
            case LINK -> List.of(link(), hub(ENTITY, "business_key"), hub("other", "other_key"));
            case SATELLITE -> List.of(satellite(), hub(ENTITY, "business_key"));
            case DIMENSION -> List.of(dimension(pattern.scdType().orElse(ScdType.TYPE_2)));
            case DATE_DIMENSION -> List.of(dates());
            case FACT -> List.of(fact(), dimension(ScdType.TYPE_2));
        };
        SourceTable source = new SourceTable(
                SOURCE,
                List.of(
                        Column.of("business_key", "text", LakeType.STRING, false),
                        Column.of("other_key", "text", LakeType.STRING, false),
                        Column.of("attribute", "text", LakeType.STRING, true),
                        Column.of("measure", "numeric(18,2)", LakeType.decimal(18, 2), true)),
                List.of("business_key"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        Extraction extraction =
                new Extraction(SOURCE, ENTITY, ExtractionMode.FULL, Optional.empty(), DeleteHandling.IGNORE);
        return new DataModel(
                DataModel.SCHEMA_VERSION,
                pattern.id(),
                pattern.category().equals("data_vault") ? ModelStyle.DATA_VAULT : ModelStyle.DIMENSIONAL,
                pattern.description(),
                new ModelSource("pattern", "", List.of(source), List.of(extraction)),
                Conventions.standard(),
                Map.of(
                        Layer.BRONZE, new Target("main", "bronze"),
                        Layer.GOLD, new Target("main", "gold"),
                        Layer.RAW_VAULT, new Target("main", "raw_vault")),
                List.of(),
                List.of(),
                tables);
    }

    private static TableSpec hub(String entity, String key) {
        String id = "hub_" + entity;
        String hash = entity + "_hk";
        List<ModelColumn> columns = List.of(
                column(id, hash, LakeType.STRING, false, ColumnRole.HASH_KEY),
                column(id, key, LakeType.STRING, false, ColumnRole.BUSINESS_KEY),
                column(id, "load_date", LakeType.TIMESTAMP, false, ColumnRole.LOAD_DATE),
                column(id, "record_source", LakeType.STRING, false, ColumnRole.RECORD_SOURCE));
        Load load = load(
                id,
                LoadStrategy.HUB_MERGE,
                1,
                List.of(
                        new Load.LoadColumn(hash, List.of(new ColumnRef("s", key)), new Transform.HashKey()),
                        Load.LoadColumn.copy(key, new ColumnRef("s", key)),
                        new Load.LoadColumn("load_date", List.of(), new Transform.BatchTimestamp()),
                        new Load.LoadColumn("record_source", List.of(), new Transform.RecordSource())),
                List.of());
        Keys keys = Keys.primary(List.of(hash)).withUnique(List.of(List.of(key)));
        return new TableSpec.Hub(
                common(id, "dv.hub", Layer.RAW_VAULT, columns, keys, SurrogateKind.HASH, load, List.of(hash)),
                List.of(key),
                hash(List.of(key)));
    }

    private static TableSpec link() {
        String id = "link_" + ENTITY + "_other";
        String own = id + "_hk";
        String first = ENTITY + "_hk";
        List<ModelColumn> columns = List.of(
                column(id, own, LakeType.STRING, false, ColumnRole.HASH_KEY),
                column(id, first, LakeType.STRING, false, ColumnRole.FOREIGN_KEY),
                column(id, "other_hk", LakeType.STRING, false, ColumnRole.FOREIGN_KEY),
                column(id, "load_date", LakeType.TIMESTAMP, false, ColumnRole.LOAD_DATE),
                column(id, "record_source", LakeType.STRING, false, ColumnRole.RECORD_SOURCE));
        Load load = load(
                id,
                LoadStrategy.LINK_MERGE,
                2,
                List.of(
                        new Load.LoadColumn(own, List.of(KEY, OTHER), new Transform.HashKey()),
                        new Load.LoadColumn(first, List.of(KEY), new Transform.HashKey()),
                        new Load.LoadColumn("other_hk", List.of(OTHER), new Transform.HashKey()),
                        new Load.LoadColumn("load_date", List.of(), new Transform.BatchTimestamp()),
                        new Load.LoadColumn("record_source", List.of(), new Transform.RecordSource())),
                List.of());
        Keys keys = Keys.primary(List.of(own))
                .withForeign(List.of(
                        new ModelForeignKey(List.of(first), "hub_" + ENTITY, List.of(first), Optional.empty()),
                        new ModelForeignKey(List.of("other_hk"), "hub_other", List.of("other_hk"), Optional.empty())));
        return new TableSpec.Link(
                common(id, "dv.link", Layer.RAW_VAULT, columns, keys, SurrogateKind.HASH, load, List.of(first)),
                List.of("hub_" + ENTITY, "hub_other"),
                hash(List.of("business_key", "other_key")));
    }

    private static TableSpec satellite() {
        String id = "sat_" + ENTITY + "_details";
        String parentKey = ENTITY + "_hk";
        List<ModelColumn> columns = List.of(
                column(id, parentKey, LakeType.STRING, false, ColumnRole.HASH_KEY),
                column(id, "load_date", LakeType.TIMESTAMP, false, ColumnRole.LOAD_DATE),
                column(id, "hash_diff", LakeType.STRING, false, ColumnRole.HASH_DIFF),
                column(id, "attribute", LakeType.STRING, true, ColumnRole.ATTRIBUTE),
                column(id, "record_source", LakeType.STRING, false, ColumnRole.RECORD_SOURCE));
        Load load = load(
                id,
                LoadStrategy.SATELLITE_INSERT,
                3,
                List.of(
                        new Load.LoadColumn(parentKey, List.of(KEY), new Transform.HashKey()),
                        new Load.LoadColumn("load_date", List.of(), new Transform.BatchTimestamp()),
                        new Load.LoadColumn("hash_diff", List.of(ATTRIBUTE), new Transform.HashDiff()),
                        Load.LoadColumn.copy("attribute", ATTRIBUTE),
                        new Load.LoadColumn("record_source", List.of(), new Transform.RecordSource())),
                List.of());
        Keys keys = Keys.primary(List.of(parentKey, "load_date"))
                .withForeign(List.of(new ModelForeignKey(
                        List.of(parentKey), "hub_" + ENTITY, List.of(parentKey), Optional.empty())));
        List<String> clustering = List.of(parentKey, "load_date");
        return new TableSpec.Satellite(
                common(id, "dv.satellite", Layer.RAW_VAULT, columns, keys, SurrogateKind.NONE, load, clustering),
                "hub_" + ENTITY,
                hash(List.of("attribute")));
    }

    private static TableSpec dimension(ScdType type) {
        String id = "dim_" + ENTITY;
        String key = ENTITY + "_key";
        boolean versions = type == ScdType.TYPE_2;
        List<ModelColumn> plain = List.of(
                column(id, key, LakeType.BIGINT, false, ColumnRole.SURROGATE_KEY),
                column(id, "business_key", LakeType.STRING, true, ColumnRole.BUSINESS_KEY),
                column(id, "attribute", LakeType.STRING, true, ColumnRole.ATTRIBUTE));
        List<ModelColumn> validity = List.of(
                column(id, "valid_from", LakeType.TIMESTAMP, false, ColumnRole.VALID_FROM),
                column(id, "valid_to", LakeType.TIMESTAMP, false, ColumnRole.VALID_TO),
                column(id, "is_current", LakeType.BOOLEAN, false, ColumnRole.IS_CURRENT));
        List<ModelColumn> columns =
                versions ? Stream.concat(plain.stream(), validity.stream()).toList() : plain;
        Load load = load(
                id,
                versions ? LoadStrategy.SCD2_MERGE : LoadStrategy.SCD1_MERGE,
                1,
                List.of(Load.LoadColumn.copy("business_key", KEY), Load.LoadColumn.copy("attribute", ATTRIBUTE)),
                List.of());
        Keys keys = Keys.primary(List.of(key))
                .withUnique(List.of(versions ? List.of("business_key", "valid_from") : List.of("business_key")));
        Optional<History> history =
                versions ? Optional.of(new History("valid_from", "valid_to", "is_current")) : Optional.empty();
        return new TableSpec.Dimension(
                common(
                        id,
                        "dim.scd" + type.number(),
                        Layer.GOLD,
                        columns,
                        keys,
                        SurrogateKind.IDENTITY,
                        load,
                        List.of("business_key")),
                List.of("business_key"),
                type,
                history,
                List.of(new SpecialRow(-1, "Unknown")));
    }

    private static TableSpec dates() {
        String id = "dim_date";
        List<ModelColumn> columns = List.of(
                column(id, "date_key", LakeType.INT, false, ColumnRole.SURROGATE_KEY),
                column(id, "date", LakeType.DATE, true, ColumnRole.BUSINESS_KEY));
        Load load = new Load(
                "load_" + id,
                new Load.LoadFrom("d", id, List.of(), List.of()),
                List.of(),
                List.of(),
                Optional.empty(),
                LoadStrategy.DATE_SERIES,
                Optional.empty(),
                true,
                DeleteHandling.IGNORE,
                1);
        return new TableSpec.DateDimension(
                common(
                        id,
                        "dim.date",
                        Layer.GOLD,
                        columns,
                        Keys.primary(List.of("date_key")),
                        SurrogateKind.NONE,
                        load,
                        List.of()),
                List.of("date"),
                new Calendar(LocalDate.of(2020, 1, 1), LocalDate.of(2035, 12, 31)),
                List.of(new SpecialRow(-1, "Unknown")));
    }

    private static TableSpec fact() {
        String id = "fact_" + ENTITY;
        String key = ENTITY + "_key";
        List<ModelColumn> columns = List.of(
                column(id, "event_id", LakeType.STRING, false, ColumnRole.DEGENERATE),
                column(id, key, LakeType.BIGINT, false, ColumnRole.FOREIGN_KEY),
                column(id, "measure", LakeType.decimal(18, 2), true, ColumnRole.MEASURE));
        Load load = load(
                id,
                LoadStrategy.FACT_MERGE,
                2,
                List.of(
                        Load.LoadColumn.copy("event_id", OTHER),
                        Load.LoadColumn.copy("measure", new ColumnRef("s", "measure"))),
                List.of(new Load.Lookup(key, "dim_" + ENTITY, List.of(KEY), Optional.empty())));
        Keys keys = Keys.primary(List.of("event_id"))
                .withForeign(
                        List.of(new ModelForeignKey(List.of(key), "dim_" + ENTITY, List.of(key), Optional.empty())));
        return new TableSpec.Fact(
                common(id, "fact.transaction", Layer.GOLD, columns, keys, SurrogateKind.NONE, load, List.of(key)),
                FactType.TRANSACTION,
                new Grain("one row per event", List.of("event_id")));
    }

    private static ModelColumn column(String table, String name, LakeType type, boolean nullable, ColumnRole role) {
        return ModelColumn.technical(table, name, type, nullable, role, name.replace('_', ' '));
    }

    private static Load load(
            String table, LoadStrategy strategy, int order, List<Load.LoadColumn> columns, List<Load.Lookup> lookups) {
        return new Load(
                "load_" + table,
                new Load.LoadFrom("s", SOURCE.text(), List.of(), List.of()),
                columns,
                lookups,
                Optional.of(SOURCE.text()),
                strategy,
                Optional.empty(),
                true,
                DeleteHandling.IGNORE,
                order);
    }

    private static Hash hash(List<String> inputs) {
        return new Hash(HashProfile.H1, inputs, Optional.empty(), Optional.empty());
    }

    private static TableCommon common(
            String id,
            String pattern,
            Layer layer,
            List<ModelColumn> columns,
            Keys keys,
            SurrogateKind surrogate,
            Load load,
            List<String> clustering) {
        return new TableCommon(
                id,
                id,
                pattern,
                layer,
                "Skeleton of pattern " + pattern,
                List.of(SOURCE),
                columns,
                keys,
                surrogate,
                List.of(load),
                new Physical(clustering, false, List.of(), Map.of()),
                List.of());
    }

    /** Whether a table of that kind is loaded from a source, and so has a load template. */
    static boolean isLoaded(TableKind kind) {
        return kind != TableKind.DATE_DIMENSION;
    }
}
