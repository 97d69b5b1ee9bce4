/**
 * Tests of the printers: golden files, properties of literals and names, the hash vectors, and, tagged {@code spark},
 * every script on a real engine. Start at {@link io.lakewright.sql.ScriptPrinterTest}; models stand in
 * {@link io.lakewright.sql.RetailModels}.
 */
@org.jspecify.annotations.NullMarked
package io.lakewright.sql;
