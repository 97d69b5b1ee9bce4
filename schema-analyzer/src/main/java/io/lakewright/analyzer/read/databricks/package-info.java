/**
 * A catalog of Unity Catalog as a source, over the connection of room {@code databricks}. A schema that may not be read
 * is named and the rest is read. Must not depend on how schemas are understood. Start at
 * {@link io.lakewright.analyzer.read.databricks.UnityCatalogSource}.
 */
@NullMarked
package io.lakewright.analyzer.read.databricks;

import org.jspecify.annotations.NullMarked;
