/**
 * Tests of the optimizer: each names the behaviour it holds, with the id of the rule where there is one.
 */
@NullMarked
package io.lakewright.optimizer;

import org.jspecify.annotations.NullMarked;
