/**
 * Features of Delta and Unity Catalog (databricks.md 1.3 and 2): what a table's use calls for, and what it does not.
 * Start at {@link io.lakewright.optimizer.features.FeatureAdvice}.
 */
@NullMarked
package io.lakewright.optimizer.features;

import org.jspecify.annotations.NullMarked;
