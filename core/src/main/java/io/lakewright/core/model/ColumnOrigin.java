package io.lakewright.core.model;

import io.lakewright.core.schema.TableName;

/** The one source column that a target column carries. */
public record ColumnOrigin(TableName table, String column) {}
