/** Tests of the room, and {@link io.lakewright.mcp.ToolServerContract}, which every server's own test extends. */
@NullMarked
package io.lakewright.mcp;

import org.jspecify.annotations.NullMarked;
