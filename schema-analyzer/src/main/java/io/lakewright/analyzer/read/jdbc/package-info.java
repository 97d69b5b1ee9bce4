/**
 * Any database that has a JDBC driver: SQLite, H2, MySQL, MariaDB, SQL Server, Oracle, and others by a plain address.
 * Addresses are parsed here and only parameters of a short list reach a driver (threats.md row 44); drivers come from the
 * class path or from the user's folder, in a class loader of their own. Reads through {@link java.sql.DatabaseMetaData}
 * and fixed statements whose names are quoted by {@link io.lakewright.analyzer.read.jdbc.QuotedNames}. Must not depend on
 * the understanding of schemas. Start at {@link io.lakewright.analyzer.read.jdbc.JdbcSource}.
 */
@NullMarked
package io.lakewright.analyzer.read.jdbc;

import org.jspecify.annotations.NullMarked;
