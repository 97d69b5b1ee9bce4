/**
 * Typed operations on a model and the difference between two models. Start at {@link io.lakewright.core.edit.ModelEdit}.
 */
@NullMarked
package io.lakewright.core.edit;

import org.jspecify.annotations.NullMarked;
