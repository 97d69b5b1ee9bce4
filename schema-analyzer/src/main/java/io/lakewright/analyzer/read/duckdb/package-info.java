/**
 * Folders of CSV and Parquet, read through DuckDB in memory. {@link io.lakewright.analyzer.read.duckdb.FolderFiles} says
 * which files make which table, {@link io.lakewright.analyzer.read.duckdb.FileRelation} is the query over them,
 * {@link io.lakewright.analyzer.read.duckdb.ColumnFigures} asks what their columns hold. The engine sees the folder and
 * nothing else: no network, no extension, no other file. Must not depend on how schemas are understood. Start at
 * {@link io.lakewright.analyzer.read.duckdb.DataFolderSource}.
 */
@NullMarked
package io.lakewright.analyzer.read.duckdb;

import org.jspecify.annotations.NullMarked;
