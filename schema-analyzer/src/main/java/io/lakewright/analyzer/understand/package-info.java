/**
 * What a schema means: roles of columns, relationships declared and inferred, keys, classes of tables, patterns and
 * names. Pure functions of a {@link io.lakewright.core.schema.SourceSchema}; nothing here reads files, databases or
 * rows, and nothing knows the names of any particular schema. Weights and order of rules are those of modeling.md 4.3.
 * Callers start at {@code io.lakewright.analyzer.SchemaUnderstanding}.
 */
@NullMarked
package io.lakewright.analyzer.understand;

import org.jspecify.annotations.NullMarked;
