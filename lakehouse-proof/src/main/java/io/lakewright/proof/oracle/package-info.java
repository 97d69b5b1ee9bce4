/**
 * What the tables of a model must hold after its loads, worked out from the source rows in plain Java: a second opinion
 * that shares nothing with the printed SQL. Start at {@link io.lakewright.proof.oracle.Expectation}.
 */
@NullMarked
package io.lakewright.proof.oracle;

import org.jspecify.annotations.NullMarked;
