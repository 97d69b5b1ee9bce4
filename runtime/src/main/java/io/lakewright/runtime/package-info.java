/**
 * Composition without a framework: sources become catalogues, servers become in-memory clients, and both become an
 * assistant. Start at {@link io.lakewright.runtime.Workbench}.
 */
@NullMarked
package io.lakewright.runtime;

import org.jspecify.annotations.NullMarked;
