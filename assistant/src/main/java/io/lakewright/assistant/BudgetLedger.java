package io.lakewright.assistant;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Guards what may be spent on models. Rule BUDGET-1: the sum of what is reserved and settled never exceeds the limit,
 * for any schedule of calls, because every call reserves its upper bound first.
 */
public interface BudgetLedger {

    /**
     * Sets an amount aside before a call.
     *
     * @throws io.lakewright.core.ProblemException LW-2010 when it does not fit
     */
    Reservation reserve(Optional<String> workspaceId, BigDecimal atMost);

    /** An amount set aside. */
    interface Reservation {
        /** Books what was really spent and frees the rest; later calls do nothing. */
        void settle(BigDecimal spent);
    }

    /** A ledger for one process with one limit; a zero limit lets nothing be spent. */
    static BudgetLedger limitedTo(BigDecimal limit) {
        return new LimitedLedger(limit);
    }
}
