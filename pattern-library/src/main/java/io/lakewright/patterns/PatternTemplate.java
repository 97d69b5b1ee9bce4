package io.lakewright.patterns;

import io.lakewright.core.model.Conventions;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.Extraction;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelSource;
import io.lakewright.core.model.ModelStyle;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Target;
import io.lakewright.core.schema.ExtractionMode;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.Script;
import io.lakewright.sql.ScriptPrinter;
import io.lakewright.sql.ScriptType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Jinja2 template of a pattern, printed from a skeleton table by the printers that print every model. The
 * skeleton's entity has a placeholder name, which becomes the hole {@code entity_name}.
 */
final class PatternTemplate {

    private static final String HOLE = "{{ entity_name }}";

    private PatternTemplate() {}

    /** The template of one type of script; the first comment of the text lists its further holes. */
    static String of(Pattern pattern, ScriptType type) {
        DataModel model = model(pattern);
        String tableId = model.tables().getFirst().id();
        StringBuilder text = new StringBuilder();
        for (Script script : ScriptPrinter.print(model, Dialect.DATABRICKS)) {
            if (script.type() == type && script.tableId().equals(tableId)) {
                text.append(script.template().replace(Skeleton.ENTITY, HOLE));
            }
        }
        return text.toString();
    }

    /** A model with one table of the pattern, and what it refers to. */
    static DataModel model(Pattern pattern) {
        List<TableSpec> tables = switch (pattern.kind()) {
            case HUB -> List.of(VaultSkeleton.hub(Skeleton.ENTITY, "business_key"));
            case LINK ->
                List.of(
                        VaultSkeleton.link(),
                        VaultSkeleton.hub(Skeleton.ENTITY, "business_key"),
                        VaultSkeleton.hub("other", "other_key"));
            case SATELLITE -> List.of(VaultSkeleton.satellite(), VaultSkeleton.hub(Skeleton.ENTITY, "business_key"));
            case DIMENSION -> List.of(StarSkeleton.dimension(pattern.scdType().orElse(ScdType.TYPE_2)));
            case DATE_DIMENSION -> List.of(StarSkeleton.dates());
            case FACT -> List.of(StarSkeleton.fact(), StarSkeleton.dimension(ScdType.TYPE_2));
        };
        Extraction extraction = new Extraction(
                Skeleton.SOURCE, Skeleton.ENTITY, ExtractionMode.FULL, Optional.empty(), DeleteHandling.IGNORE);
        return new DataModel(
                DataModel.SCHEMA_VERSION,
                pattern.id(),
                pattern.category().equals("data_vault") ? ModelStyle.DATA_VAULT : ModelStyle.DIMENSIONAL,
                pattern.description(),
                new ModelSource("pattern", "", List.of(Skeleton.source()), List.of(extraction)),
                Conventions.standard(),
                Map.of(
                        Layer.BRONZE, new Target("main", "bronze"),
                        Layer.GOLD, new Target("main", "gold"),
                        Layer.RAW_VAULT, new Target("main", "raw_vault")),
                List.of(),
                List.of(),
                tables);
    }

    /** Whether a table of that kind is loaded from a source, and so has a load template. */
    static boolean isLoaded(TableKind kind) {
        return kind != TableKind.DATE_DIMENSION;
    }
}
