/**
 * Reads a statement as Databricks would and says what it would refuse or ignore. Start at
 * {@link io.lakewright.optimizer.ddl.DdlCheck}.
 */
@NullMarked
package io.lakewright.optimizer.ddl;

import org.jspecify.annotations.NullMarked;
