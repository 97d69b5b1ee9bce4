/**
 * Scripts that create tables, in the dialects of PostgreSQL, MySQL, SQL Server and Databricks: cut into tokens by one pass,
 * read statement by statement. What cannot be read is reported with its line and column and costs nothing else.
 */
@NullMarked
package io.lakewright.analyzer.read.ddl;

import org.jspecify.annotations.NullMarked;
