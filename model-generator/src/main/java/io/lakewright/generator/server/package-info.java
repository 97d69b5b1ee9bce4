/**
 * {@code model-generator} as an MCP server: designs, refinement, checks and artefacts as tools. The only package of this
 * room that uses mcp-kit. Start at {@link io.lakewright.generator.server.ModelGeneratorServer}.
 */
@NullMarked
package io.lakewright.generator.server;

import org.jspecify.annotations.NullMarked;
