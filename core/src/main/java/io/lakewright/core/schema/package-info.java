/**
 * A source schema as an immutable snapshot, and the two ports through which schemas and rows arrive. No I/O here. Start at {@link io.lakewright.core.schema.SourceSchema}.
 */
@NullMarked
package io.lakewright.core.schema;

import org.jspecify.annotations.NullMarked;
