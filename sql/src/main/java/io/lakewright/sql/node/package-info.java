/**
 * SQL as a tree of typed records, and the one writer that turns it into text or into a template. Start at
 * {@link io.lakewright.sql.node.SqlNode} and {@link io.lakewright.sql.node.SqlWriter}. Knows nothing of data models.
 */
@NullMarked
package io.lakewright.sql.node;

import org.jspecify.annotations.NullMarked;
