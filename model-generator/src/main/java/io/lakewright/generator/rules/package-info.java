/**
 * The modelling rules that need no data (modeling.md 5.3, databricks.md 2.4): one {@code ModelRule} each, grouped by
 * what they look at. Pure; knows neither SQL nor a source. Start at {@link io.lakewright.generator.rules.ModelRules}.
 */
@NullMarked
package io.lakewright.generator.rules;

import org.jspecify.annotations.NullMarked;
