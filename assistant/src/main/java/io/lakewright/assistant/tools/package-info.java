/**
 * The way from a brain to the tools: names, policy, references to models, limits, cache. Start at {@link
 * io.lakewright.assistant.tools.ToolRouter}. Policy stands here, outside every brain, so that a brain which obeys a
 * sentence in a column comment still cannot reach anything that leaves the house.
 */
@NullMarked
package io.lakewright.assistant.tools;

import org.jspecify.annotations.NullMarked;
