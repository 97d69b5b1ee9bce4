/**
 * Catalog names of a script over Spark's one session catalog, so that three-level names run as written. Spark makes
 * {@link io.lakewright.engine.worker.catalog.AliasCatalog} by its class name.
 */
@NullMarked
package io.lakewright.engine.worker.catalog;

import org.jspecify.annotations.NullMarked;
