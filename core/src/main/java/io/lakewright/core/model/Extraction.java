package io.lakewright.core.model;

import io.lakewright.core.Copies;
import io.lakewright.core.schema.ExtractionMode;
import io.lakewright.core.schema.TableName;
import java.util.Optional;

/**
 * How a source table arrives in the lakehouse.
 *
 * @param landing name of the table that holds its rows in layer BRONZE
 * @param watermark column that orders changes, for DELTA
 */
public record Extraction(
        TableName table, String landing, ExtractionMode mode, Optional<String> watermark, DeleteHandling deletes) {
    public Extraction {
        watermark = Copies.optional(watermark);
    }
}
