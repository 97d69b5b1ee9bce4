/**
 * Places boxes and links on a plane: layered and force by the Eclipse Layout Kernel, circular by JGraphT. Knows nothing
 * of models. The same boxes and links are always placed alike. Start at {@link io.lakewright.generator.layout.Layout}.
 */
@NullMarked
package io.lakewright.generator.layout;

import org.jspecify.annotations.NullMarked;
