/**
 * What all kinds of advice share: the facts that a caller gave about a table, the advice itself, and how a rule is
 * written. Facts that nobody gave stay empty; a rule that needs one says so instead of guessing.
 */
@NullMarked
package io.lakewright.optimizer.advice;

import org.jspecify.annotations.NullMarked;
