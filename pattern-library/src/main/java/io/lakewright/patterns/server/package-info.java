/** The MCP server of this room. Start at {@link io.lakewright.patterns.server.PatternLibraryServer}. */
@NullMarked
package io.lakewright.patterns.server;

import org.jspecify.annotations.NullMarked;
