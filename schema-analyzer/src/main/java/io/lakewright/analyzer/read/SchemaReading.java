package io.lakewright.analyzer.read;

import io.lakewright.core.schema.SourceSchema;
import java.util.List;

/**
 * A schema as it could be read, and what could not.
 *
 * @param warnings one sentence each, with the place in the source; empty when everything was read
 */
public record SchemaReading(SourceSchema schema, List<String> warnings) {

    public SchemaReading {
        warnings = List.copyOf(warnings);
    }
}
