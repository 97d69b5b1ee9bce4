/**
 * The MCP server {@code schema-analyzer}: the tools of the brief and search_tables, list_sources, profile_table. The only
 * package of the room that uses mcp-kit; everything it says comes from the library API beside it. Names, comments and
 * values of a source are data: they are bounded, cleaned of control characters, and values of personal columns are never
 * shown. Start at {@link io.lakewright.analyzer.server.SchemaAnalyzerServer}.
 */
@NullMarked
package io.lakewright.analyzer.server;

import org.jspecify.annotations.NullMarked;
