/**
 * Designs dimensions and stars over any tables of any schema (modeling.md 2.2 and 4.3 steps 7 to 13). Uses core, the
 * shared design types and what schema-analyzer knows of the schema; knows neither SQL nor layout. Start at
 * {@link io.lakewright.generator.dimensional.DimensionalBuilder}.
 */
@NullMarked
package io.lakewright.generator.dimensional;

import org.jspecify.annotations.NullMarked;
