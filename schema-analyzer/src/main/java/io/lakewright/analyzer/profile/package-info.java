/**
 * What the values of a table look like: computed by the source in one query over every row
 * ({@link io.lakewright.analyzer.profile.AggregateQuery}), or from some rows
 * ({@link io.lakewright.analyzer.profile.RowFigures}). Values that look personal are recognised here, so that they are
 * shown to nobody ({@link io.lakewright.analyzer.profile.PersonalValues}).
 */
@NullMarked
package io.lakewright.analyzer.profile;

import org.jspecify.annotations.NullMarked;
