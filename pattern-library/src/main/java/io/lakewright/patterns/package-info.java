/**
 * The catalogue of modelling patterns: what each is for, what it needs, how it is loaded and tested. Files hold no SQL;
 * templates are printed from skeleton tables. Start at {@link io.lakewright.patterns.PatternCatalogue}.
 */
@NullMarked
package io.lakewright.patterns;

import org.jspecify.annotations.NullMarked;
