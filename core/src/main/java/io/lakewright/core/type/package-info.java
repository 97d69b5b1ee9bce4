/**
 * Databricks column types and the mapping from source types to them. Pure; depends on nothing but the core package. Start at {@link io.lakewright.core.type.LakeType}.
 */
@NullMarked
package io.lakewright.core.type;

import org.jspecify.annotations.NullMarked;
