package io.lakewright.proof.run;

import io.lakewright.core.schema.TableName;
import io.lakewright.proof.rows.TableRows;
import java.util.Map;

/**
 * One extraction of all source tables.
 *
 * @param timestamp what the loads are given as {@code :batch_timestamp}
 */
record Delivery(String timestamp, Map<TableName, TableRows> tables) {}
