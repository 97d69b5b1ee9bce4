/**
 * The worker process seen from outside: its command line, its pipes, its end. Only {@link io.lakewright.engine} uses
 * this; the one place of the room that touches processes and files.
 */
@NullMarked
package io.lakewright.engine.internal;

import org.jspecify.annotations.NullMarked;
