/**
 * Projects of dbt as sources: the manifest that dbt writes, and the YAML files in which people describe sources and models.
 * Tests count as what they test: unique and not null are keys, relationships are foreign keys.
 */
@NullMarked
package io.lakewright.analyzer.read.dbt;

import org.jspecify.annotations.NullMarked;
