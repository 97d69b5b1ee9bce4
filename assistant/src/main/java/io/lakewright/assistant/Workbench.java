package io.lakewright.assistant;

import io.lakewright.assistant.tools.ToolCall;
import io.lakewright.assistant.tools.ToolDescription;
import io.lakewright.assistant.tools.ToolReply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a brain may do in a turn. Every call is an event; limits, policy and cancellation are enforced behind it. */
public interface Workbench {

    /** The tools that policy lets this turn see, in a stable order. */
    List<ToolDescription> tools();

    /** Appends a piece to the answer. */
    void say(String text);

    /** Calls one tool. A failing tool is a reply, not an exception; a turn that must stop is an exception. */
    ToolReply call(ToolCall call);

    /** Calls several tools at the same time; replies in the order of the calls. */
    List<ToolReply> callAll(List<ToolCall> calls);

    /** The model that the turn has made or changed so far, else the one it started with. */
    Optional<Draft> draft();

    /** Makes an earlier model the draft again. */
    void restore(Draft draft);

    /** Asks for a suggestion of the draft although the turn did not change it. */
    void present();

    /** Next steps of the suggestion; at most three are shown. */
    void offer(List<TurnEvent.Choice> nextSteps);

    /** Remembers under a key what later turns may refer to, such as the focus table. */
    void remember(String key, JsonNode value);

    /**
     * Sets an amount aside before a model is asked.
     *
     * @throws io.lakewright.core.ProblemException LW-2010 when it does not fit the budget
     */
    BudgetLedger.Reservation reserve(BigDecimal atMost);

    /** Reports what a model call has used. */
    void spend(TurnEvent.Usage usage);

    /** An id of the house, for questions. */
    String newId();

    /** Throws when the turn was cancelled or its time is over. */
    void checkRunning();
}
