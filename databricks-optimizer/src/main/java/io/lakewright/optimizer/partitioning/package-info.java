/**
 * Partitioning (databricks.md 1.2): when it is refused, when it is defensible, and what stands in its place. Start at
 * {@link io.lakewright.optimizer.partitioning.PartitioningAdvice}.
 */
@NullMarked
package io.lakewright.optimizer.partitioning;

import org.jspecify.annotations.NullMarked;
