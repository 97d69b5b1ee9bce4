/** The receipt of a proof: what ran, on which engine, with which result. Start at {@link io.lakewright.proof.receipt.Receipt}. */
@NullMarked
package io.lakewright.proof.receipt;

import org.jspecify.annotations.NullMarked;
