/**
 * The check of SQL text that needs no engine: strings, quoted names, comments and brackets are closed, statements are
 * split. Pure Java without any state; start at {@link io.lakewright.engine.tokens.SparkTokens}.
 */
@NullMarked
package io.lakewright.engine.tokens;

import org.jspecify.annotations.NullMarked;
