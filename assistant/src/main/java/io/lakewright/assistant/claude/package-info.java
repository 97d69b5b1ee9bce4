/**
 * The brain that asks Claude through the official SDK: streaming, tool loop, prompt caching, bounded retries, cost.
 * Start at {@link io.lakewright.assistant.claude.ClaudeBrain}. Nothing of the SDK leaves this package, and no secret
 * enters a prompt.
 */
@NullMarked
package io.lakewright.assistant.claude;

import org.jspecify.annotations.NullMarked;
