package io.lakewright.core.model;

import io.lakewright.core.Copies;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * The slice of the source schema that the model uses.
 *
 * @param snapshot digest of the whole source schema, {@code sha256:...}
 */
public record ModelSource(String workspace, String snapshot, List<SourceTable> tables, List<Extraction> extraction) {
    public ModelSource {
        tables = Copies.list(tables);
        extraction = Copies.list(extraction);
    }

    public Optional<SourceTable> table(TableName name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    public Optional<Extraction> extraction(TableName name) {
        return extraction.stream().filter(e -> e.table().equals(name)).findFirst();
    }
}
