/**
 * The only source of SQL: scripts for a data model, tables for its source rows, counts and the hash recipe. Start at
 * {@link io.lakewright.sql.ScriptPrinter}. Depends on the core alone; knows no engine, no brain and no file.
 */
@NullMarked
package io.lakewright.sql;

import org.jspecify.annotations.NullMarked;
