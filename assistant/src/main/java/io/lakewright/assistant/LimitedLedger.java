package io.lakewright.assistant;

import io.lakewright.core.Problem;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps the sum in memory, under one lock. */
final class LimitedLedger implements BudgetLedger {

    private final BigDecimal limit;
    private final ReentrantLock lock = new ReentrantLock();
    private BigDecimal committed = BigDecimal.ZERO;

    LimitedLedger(BigDecimal limit) {
        this.limit = limit;
    }

    @Override
    public Reservation reserve(Optional<String> workspaceId, BigDecimal atMost) {
        lock.lock();
        try {
            if (committed.add(atMost).compareTo(limit) > 0) {
                throw new Problem.LimitExceeded(
                                "LW-2010",
                                "The budget of " + limit.toPlainString() + " USD is used up.",
                                "Raise the budget, or use the built-in planner, which costs nothing.",
                                Map.of("limit_usd", limit.toPlainString()))
                        .exception();
            }
            committed = committed.add(atMost);
        } finally {
            lock.unlock();
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return spent -> {
            if (open.compareAndSet(true, false)) {
                release(atMost, spent);
            }
        };
    }

    private void release(BigDecimal reserved, BigDecimal spent) {
        lock.lock();
        try {
            committed = committed.subtract(reserved).add(spent.min(reserved));
        } finally {
            lock.unlock();
        }
    }
}
