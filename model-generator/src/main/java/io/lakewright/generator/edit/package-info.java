/**
 * Carries typed edits out on models: pure, all or nothing, with every reference kept. Each kind of edit is a small
 * class over a {@code Draft}. Start at {@link io.lakewright.generator.edit.ModelEditor}.
 */
@NullMarked
package io.lakewright.generator.edit;

import org.jspecify.annotations.NullMarked;
