/**
 * Readers: each turns one kind of source into the immutable {@link io.lakewright.core.schema.SourceSchema} plus
 * warnings in words. What a source says is data: it is never run, never trusted, and a statement or property that
 * cannot be read is reported with its place while the rest is imported. Must not depend on the understanding of
 * schemas or on MCP. Start at {@link io.lakewright.analyzer.read.SchemaReading}.
 */
@NullMarked
package io.lakewright.analyzer.read;

import org.jspecify.annotations.NullMarked;
