package io.lakewright.mcp;

/**
 * Answers a call whose arguments have been read and validated. Expected failures are thrown as {@code
 * ProblemException}; a handler is interrupted when the caller stops waiting. Called from many threads at once.
 */
@FunctionalInterface
public interface ToolHandler<I> {
    ToolAnswer answer(I input);
}
