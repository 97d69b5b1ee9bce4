/**
 * Findings of modelling and platform rules. Start at {@link io.lakewright.core.check.Finding}.
 */
@NullMarked
package io.lakewright.core.check;

import org.jspecify.annotations.NullMarked;
