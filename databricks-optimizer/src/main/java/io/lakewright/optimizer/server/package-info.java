/**
 * The tool server {@code databricks-optimizer}. Start at
 * {@link io.lakewright.optimizer.server.DatabricksOptimizerServer}.
 */
@NullMarked
package io.lakewright.optimizer.server;

import org.jspecify.annotations.NullMarked;
