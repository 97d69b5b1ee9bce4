package io.lakewright.assistant;

import io.lakewright.assistant.tools.ToolRouter;
import java.time.Clock;
import java.util.function.Supplier;

/** What every turn shares. */
record TurnParts(
        AssistantSettings settings,
        ToolRouter router,
        ConversationStore store,
        BudgetLedger ledger,
        Clock clock,
        Supplier<String> ids) {}
