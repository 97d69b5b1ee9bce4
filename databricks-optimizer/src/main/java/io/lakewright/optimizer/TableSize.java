package io.lakewright.optimizer;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.Comparator;
import java.util.Optional;

/**
 * How large a table of a model will be: an assumption (databricks.md X-01), never a measurement.
 *
 * @param rows rows of its largest source; empty when no source says
 * @param bytesPerRow compressed bytes a row
 */
public record TableSize(Optional<Long> rows, long bytesPerRow) {

    private static final double COMPRESSION = 0.4;
    private static final double HASH_COMPRESSION = 0.9;

    public static TableSize of(DataModel model, TableSpec table) {
        Optional<Long> rows = table.sources().stream()
                .flatMap(name -> model.source().table(name).stream())
                .map(SourceTable::rowCount)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        double bytes = 0;
        for (ModelColumn column : table.columns()) {
            bytes += compressedWidth(column);
        }
        return new TableSize(rows, Math.max(1, Math.round(bytes)));
    }

    /** Expected bytes of the whole table; empty when the rows are unknown. */
    public Optional<Long> bytes() {
        return rows.map(count -> count * bytesPerRow);
    }

    private static double compressedWidth(ModelColumn column) {
        return switch (column.role()) {
            case HASH_KEY, HASH_DIFF -> 64 * HASH_COMPRESSION;
            case SURROGATE_KEY,
                    BUSINESS_KEY,
                    FOREIGN_KEY,
                    DEGENERATE,
                    MEASURE,
                    ATTRIBUTE,
                    EVENT_TIME,
                    LOAD_DATE,
                    RECORD_SOURCE,
                    VALID_FROM,
                    VALID_TO,
                    IS_CURRENT -> rawWidth(column.type()) * COMPRESSION;
        };
    }

    private static int rawWidth(LakeType type) {
        return switch (type.base()) {
            case TINYINT, BOOLEAN -> 1;
            case SMALLINT -> 2;
            case INT, FLOAT, DATE -> 4;
            case BIGINT, DOUBLE, TIMESTAMP, TIMESTAMP_NTZ -> 8;
            case DECIMAL -> type.precision() <= 18 ? 8 : 16;
            case STRING -> 24;
            case BINARY, ARRAY -> 64;
        };
    }
}
