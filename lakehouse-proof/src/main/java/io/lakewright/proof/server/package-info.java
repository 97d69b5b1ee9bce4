/** The MCP server of this room. Start at {@link io.lakewright.proof.server.LakehouseProofServer}. */
@NullMarked
package io.lakewright.proof.server;

import org.jspecify.annotations.NullMarked;
