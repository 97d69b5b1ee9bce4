/**
 * Reading and understanding source schemas. {@link io.lakewright.analyzer.SourceReaders} opens a source,
 * {@link io.lakewright.analyzer.SchemaUnderstanding} says what its tables are, how they hang together and by which keys
 * they are known. Pure apart from the readers; needs no MCP and no brain. The MCP server stands in {@code server}.
 */
@NullMarked
package io.lakewright.analyzer;

import org.jspecify.annotations.NullMarked;
