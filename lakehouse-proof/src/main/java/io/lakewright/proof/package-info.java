/**
 * Proof that a model's scripts run and do what they promise, on a real engine. Start at
 * {@link io.lakewright.proof.ModelProof}.
 */
@NullMarked
package io.lakewright.proof;

import org.jspecify.annotations.NullMarked;
