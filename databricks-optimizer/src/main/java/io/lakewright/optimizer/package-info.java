/**
 * Advice on the physical side of a model on Databricks, by rules with stable ids of the fact base. Pure functions of a
 * model or of what a caller says about a table; whoever asks applies the edits. Start at
 * {@link io.lakewright.optimizer.PhysicalDesign}.
 */
@NullMarked
package io.lakewright.optimizer;

import org.jspecify.annotations.NullMarked;
