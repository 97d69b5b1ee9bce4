/** Checks of scripts without running them. Start at {@link io.lakewright.proof.check.ScriptCheck}. */
@NullMarked
package io.lakewright.proof.check;

import org.jspecify.annotations.NullMarked;
