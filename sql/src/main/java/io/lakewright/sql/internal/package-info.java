/**
 * One small printer for each concern: DDL, every load strategy, rows that stand for absence, and tests. Used by
 * {@link io.lakewright.sql.ScriptPrinter} only; others call that.
 */
@NullMarked
package io.lakewright.sql.internal;

import org.jspecify.annotations.NullMarked;
