/**
 * The brain that needs no key: it links the words of a request to the names of this workspace, scores what is wanted
 * with a transparent lexicon, builds a typed frame and acts, asks or refuses. Start at {@link
 * io.lakewright.assistant.planner.BuiltInPlanner}. It knows no table name of any sample; every name in its answers
 * comes from a tool result.
 */
@NullMarked
package io.lakewright.assistant.planner;

import org.jspecify.annotations.NullMarked;
