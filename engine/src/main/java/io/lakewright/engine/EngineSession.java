package io.lakewright.engine;

/** Exclusive use of the engine over a lakehouse that was empty at the start. Made by {@link Engine#session}. */
public interface EngineSession extends AutoCloseable {

    /**
     * Runs one statement. Safe for concurrent use: as many statements as the engine has cores run side by side, others
     * wait; who needs an order calls in that order. SQL that fails, is refused or exceeds its time limit is a result with a failure.
     *
     * @throws io.lakewright.core.ProblemException LW-1403, LW-1404 when the engine broke (a replacement is already
     *     starting), LW-1405 when this session is over
     */
    StatementResult execute(Statement statement);

    /** Lets the next one have its turn. */
    @Override
    void close();
}
