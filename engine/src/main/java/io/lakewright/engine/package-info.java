/**
 * The engine: Spark and Delta in a process of its own, started on demand, warmed, capped, killed and replaced.
 *
 * <p>Start at {@link io.lakewright.engine.Engine}; {@link io.lakewright.engine.EngineSettings} says what to start. No
 * Spark class is on this room's class path. The check that needs no engine is in {@code tokens}.
 */
@NullMarked
package io.lakewright.engine;

import org.jspecify.annotations.NullMarked;
