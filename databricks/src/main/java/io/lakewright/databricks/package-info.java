/**
 * The connection to a Databricks workspace through the official SDK: catalogs, schemas, tables, and keys through the
 * Statement Execution API. It reads and never writes: no class here calls anything but a GET, apart from the fixed SELECTs
 * of {@link io.lakewright.databricks.InformationSchema} and the exchange of a client secret for a token. The SDK stays
 * inside this room. Start at {@link io.lakewright.databricks.Workspace}.
 */
@NullMarked
package io.lakewright.databricks;

import org.jspecify.annotations.NullMarked;
