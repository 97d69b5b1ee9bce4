/**
 * Reads a star or a vault that already stands in a source as a {@link io.lakewright.core.model.DataModel}.
 *
 * <p>{@link io.lakewright.analyzer.existing.ExistingModel} is the way in. {@code WarehouseNames}, {@code StarSigns} and
 * {@code VaultSigns} say which table plays which part; {@code StarFacts}, {@code StarDimensions} and {@code VaultTables} describe the parts as
 * tables of a model. Everything is a pure function of what is understood of the schema.
 */
@NullMarked
package io.lakewright.analyzer.existing;

import org.jspecify.annotations.NullMarked;
