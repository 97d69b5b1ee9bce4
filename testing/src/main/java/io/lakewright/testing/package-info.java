/**
 * What the tests of several rooms share; test scope only. It depends on {@code core} and on the test libraries, never
 * on another room. Start at {@link io.lakewright.testing.SketchedTables}.
 */
@NullMarked
package io.lakewright.testing;

import org.jspecify.annotations.NullMarked;
