/**
 * The rows over which a proof runs: given ones or seeded ones, and a second, changed batch of either. Pure functions of
 * the source slice and a seed; knows no SQL and no engine. Start at {@link io.lakewright.proof.rows.Batches}.
 */
@NullMarked
package io.lakewright.proof.rows;

import org.jspecify.annotations.NullMarked;
