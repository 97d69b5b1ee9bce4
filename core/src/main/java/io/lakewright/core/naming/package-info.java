/**
 * Names: splitting, snake case, singular forms, table and column names of the default convention. Start at {@link io.lakewright.core.naming.Names}.
 */
@NullMarked
package io.lakewright.core.naming;

import org.jspecify.annotations.NullMarked;
