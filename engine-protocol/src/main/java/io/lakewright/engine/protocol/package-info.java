/**
 * What supervisor and engine worker say to each other: one JSON document per line, a request id in every line.
 *
 * <p>Start at {@link io.lakewright.engine.protocol.Request} and {@link io.lakewright.engine.protocol.Response}; only
 * {@link io.lakewright.engine.protocol.Wire} knows the JSON form. Uses no other room, so that the worker's class path
 * carries nothing but Spark, Delta and this.
 */
@NullMarked
package io.lakewright.engine.protocol;

import org.jspecify.annotations.NullMarked;
