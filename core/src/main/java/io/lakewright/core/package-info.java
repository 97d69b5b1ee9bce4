/**
 * What every room shares: problems with stable codes and small copying tools. Start at {@link io.lakewright.core.Problem}. Depends on nothing.
 */
@NullMarked
package io.lakewright.core;

import org.jspecify.annotations.NullMarked;
