/**
 * Tests of the tool server: its contract, and published cases where they are at hand. Cases are read from beside the
 * repository and never copied.
 */
@NullMarked
package io.lakewright.optimizer.server;

import org.jspecify.annotations.NullMarked;
