/**
 * The few statements that advice prints about a table that stands: alter, optimise, collect statistics, purge. Typed,
 * so that a name is never pasted into SQL.
 */
@NullMarked
package io.lakewright.optimizer.statement;

import org.jspecify.annotations.NullMarked;
