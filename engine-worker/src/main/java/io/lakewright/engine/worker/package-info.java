/**
 * The worker: Spark and Delta behind JSON lines on standard input and output.
 *
 * <p>Start at {@link io.lakewright.engine.worker.WorkerMain}. Uses engine-protocol only. Statements pass the allow-list
 * of {@link io.lakewright.engine.worker.StatementGate} before they run.
 */
@NullMarked
package io.lakewright.engine.worker;

import org.jspecify.annotations.NullMarked;
