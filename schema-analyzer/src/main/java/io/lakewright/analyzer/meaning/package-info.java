/**
 * What the rows and columns of a table mean to somebody who models it: the grain, the events, the measures and how they
 * add up, the document numbers, and what has to be asked (modeling.md 4.3 steps 8, 10 and 15). {@link
 * io.lakewright.analyzer.meaning.TableMeaning} is the way in; pure functions of what is understood of the schema.
 */
@NullMarked
package io.lakewright.analyzer.meaning;

import org.jspecify.annotations.NullMarked;
