/** The command line of contracts section 1. Start at {@link io.lakewright.runtime.cli.Main}. */
@NullMarked
package io.lakewright.runtime.cli;

import org.jspecify.annotations.NullMarked;
