package io.lakewright.engine.protocol;

import java.util.List;
import java.util.Map;

/** What the supervisor asks. Every request is answered by exactly one {@link Response} with the same id. */
public sealed interface Request {

    long id();

    /** How far the worker is; answered at once, also while a statement runs. */
    record Status(long id) implements Request {}

    /** Forget every schema and table made so far and serve exactly these catalog names from now on. */
    record Reset(long id, List<String> catalogs) implements Request {
        public Reset {
            catalogs = List.copyOf(catalogs);
        }
    }

    /** Parse without running; answered also while a statement runs. */
    record Parse(long id, List<String> statements) implements Request {
        public Parse {
            statements = List.copyOf(statements);
        }
    }

    /**
     * Run one statement.
     *
     * @param parameters string values for {@code :name} markers
     * @param limitMs after this time the statement is cancelled
     * @param maxRows at most so many result rows are sent back
     */
    record Execute(long id, String statement, Map<String, String> parameters, long limitMs, int maxRows)
            implements Request {
        public Execute {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Give up a statement that nobody waits for any more; answered at once, the statement for itself. */
    record Cancel(long id, long execute) implements Request {}

    /** End the process in good order. */
    record Shutdown(long id) implements Request {}
}
