/**
 * Typed tools over the Model Context Protocol, for both sides of a call.
 *
 * <p>A room describes its tools with {@link io.lakewright.mcp.Tool} and puts them into a {@link
 * io.lakewright.mcp.ToolServer}, a plain value. {@link io.lakewright.mcp.ToolServers} gives a client of it within this
 * process, {@link io.lakewright.mcp.StdioServer} and {@link io.lakewright.mcp.HttpServer} serve it to others. Callers
 * see only {@link io.lakewright.mcp.ToolClient}. No type of the protocol library leaves this package.
 */
@NullMarked
package io.lakewright.mcp;

import org.jspecify.annotations.NullMarked;
