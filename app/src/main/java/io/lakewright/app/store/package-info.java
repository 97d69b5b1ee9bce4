/**
 * Conversations, events and model versions in SQL. A write has reached the disk when its method returns. Start at
 * {@link io.lakewright.app.store.SqlConversationStore} and {@link io.lakewright.app.store.ModelStore}.
 */
@NullMarked
package io.lakewright.app.store;

import org.jspecify.annotations.NullMarked;
