/**
 * What every builder of models shares: the answer of a design, how source tables land, how columns are named, which
 * columns hold personal data. Uses core only; knows neither SQL nor MCP. Start at
 * {@link io.lakewright.generator.design.Design}.
 */
@NullMarked
package io.lakewright.generator.design;

import org.jspecify.annotations.NullMarked;
