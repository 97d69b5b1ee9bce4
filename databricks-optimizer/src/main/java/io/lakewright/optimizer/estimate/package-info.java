/**
 * Estimates of time, cost and size (databricks.md 4): always bands, always with their assumptions, prices with their
 * date. Start at {@link io.lakewright.optimizer.estimate.PerformanceEstimate}.
 */
@NullMarked
package io.lakewright.optimizer.estimate;

import org.jspecify.annotations.NullMarked;
