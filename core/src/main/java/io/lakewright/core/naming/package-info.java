/**
 * Names: splitting, snake case and singular forms ({@link io.lakewright.core.naming.Names}), near names
 * ({@link io.lakewright.core.naming.NearNames}) and the words that cannot stand as names
 * ({@link io.lakewright.core.naming.ReservedWords}). Pure functions of text.
 */
@NullMarked
package io.lakewright.core.naming;

import org.jspecify.annotations.NullMarked;
