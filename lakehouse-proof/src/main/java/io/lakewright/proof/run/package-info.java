/** The steps of a proof on an engine session. Start at {@link io.lakewright.proof.run.ProofRun}. */
@NullMarked
package io.lakewright.proof.run;

import org.jspecify.annotations.NullMarked;
