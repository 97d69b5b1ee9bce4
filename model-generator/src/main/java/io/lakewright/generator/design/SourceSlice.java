package io.lakewright.generator.design;

import io.lakewright.core.document.Json;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.Extraction;
import io.lakewright.core.model.ModelSource;
import io.lakewright.core.schema.ExtractionMode;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableExtraction;
import java.util.List;

/** Cuts the part out of a source schema that a model uses. */
public final class SourceSlice {

    private SourceSlice() {}

    /** The tables as they are and as they arrive, under the digest of the whole schema. */
    public static ModelSource of(SourceSchema schema, List<SourceTable> tables) {
        return new ModelSource(
                schema.name(),
                ModelDocuments.digest(Json.compact(schema)),
                tables,
                tables.stream().map(table -> extraction(schema, table)).toList());
    }

    /** How a table arrives: as was recorded, else whole; deletions are left alone. */
    public static Extraction extraction(SourceSchema schema, SourceTable table) {
        return new Extraction(
                table.name(),
                Landing.name(schema, table.name()),
                table.extraction().map(TableExtraction::mode).orElse(ExtractionMode.FULL),
                table.extraction().flatMap(TableExtraction::watermark),
                DeleteHandling.IGNORE);
    }
}
