/**
 * Liquid clustering (databricks.md 1.1): rules over one question, and the keys that follow from it. Start at
 * {@link io.lakewright.optimizer.clustering.ClusteringAdvice}.
 */
@NullMarked
package io.lakewright.optimizer.clustering;

import org.jspecify.annotations.NullMarked;
