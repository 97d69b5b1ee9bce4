/**
 * The sample workspace: an invented retailer with about 15 tables. The schema stands in {@code retail.sql}; every row is a
 * pure function of its number, so that any slice can be had at once and without storing rows; the statistics of all rows
 * stand in {@code retail.json}, and a test computes them again. Nothing outside this package may know its tables. Start at
 * {@link io.lakewright.analyzer.sample.Sample}.
 */
@NullMarked
package io.lakewright.analyzer.sample;

import org.jspecify.annotations.NullMarked;
