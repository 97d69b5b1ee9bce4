/**
 * The conversation: a message comes in, a brain chooses tools, the tools do the work, a checked suggestion goes out.
 *
 * <p>Start at {@link io.lakewright.assistant.Assistant}: {@code Assistant.create(...)} once, then {@code
 * turn(request, sink)} for every message; the {@link io.lakewright.assistant.TurnHandle} it returns cancels the turn
 * and waits for its {@link io.lakewright.assistant.TurnOutcome}. Every {@link io.lakewright.assistant.TurnEvent} is
 * stored before the sink sees it. A host brings the tools as {@link io.lakewright.assistant.tools.ConnectedServer}s and the
 * two ports {@link io.lakewright.assistant.ConversationStore} and {@link io.lakewright.assistant.BudgetLedger}.
 *
 * <p>This room never depends on a room that does the work: it knows tools by name and JSON.
 */
@NullMarked
package io.lakewright.assistant;

import org.jspecify.annotations.NullMarked;
