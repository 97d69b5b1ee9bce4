/** The numbers that the documentation quotes, printed by {@code ./lakewright bench}. Start at {@link io.lakewright.benchmarks.BenchmarksMain}. */
@NullMarked
package io.lakewright.benchmarks;

import org.jspecify.annotations.NullMarked;
