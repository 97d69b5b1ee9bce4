package io.lakewright.engine.worker;

import io.lakewright.engine.protocol.Response.Failure;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.QueryContext;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.jspecify.annotations.Nullable;

/** Turns what Spark and Delta throw into condition, SQLSTATE, message and place. */
final class Failures {

    static final String REFUSED = "LAKEWRIGHT_REFUSED";
    static final String TIME_LIMIT = "LAKEWRIGHT_TIME_LIMIT";
    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 20;

    private Failures() {}

    static Failure of(Throwable thrown, String statement) {
        if (thrown instanceof Refused) {
            return new Failure(REFUSED, "42501", String.valueOf(thrown.getMessage()), null, null);
        }
        SparkThrowable cause = firstWithCondition(thrown);
        if (cause == null) {
            return new Failure(thrown.getClass().getSimpleName(), null, message(deepest(thrown), ""), null, null);
        }
        String condition = cause.getCondition();
        int[] place = place(cause, statement);
        return new Failure(
                condition,
                cause.getSqlState(),
                message((Throwable) cause, condition),
                place.length == 0 ? null : place[0],
                place.length == 0 ? null : place[1]);
    }

    /** Task failures are wrapped several times; the first error with a name is the one that helps. */
    private static @Nullable SparkThrowable firstWithCondition(Throwable thrown) {
        for (Throwable cause : causes(thrown)) {
            if (cause instanceof SparkThrowable named && named.getCondition() != null) {
                boolean wrapper = named.getCondition().startsWith("INTERNAL_ERROR")
                        || named.getCondition().equals("TASK_WRITE_FAILED");
                if (!wrapper || cause.getCause() == null) {
                    return named;
                }
            }
        }
        return null;
    }

    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        Throwable cause = thrown;
        while (cause != null && causes.size() < DEEPEST) {
            causes.add(cause);
            cause = cause.getCause();
        }
        return causes;
    }

    private static Throwable deepest(Throwable thrown) {
        return causes(thrown).getLast();
    }

    private static String message(Throwable thrown, String condition) {
        String text = (thrown.getMessage() == null ? thrown.toString() : thrown.getMessage()).strip();
        int source = text.indexOf("== SQL");
        if (source > 0) {
            text = text.substring(0, source);
        }
        String prefix = "[" + condition + "] ";
        text = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        int state = text.indexOf(" SQLSTATE: ");
        text = (state > 0 ? text.substring(0, state) : text).strip().replaceAll("\\s*\\R\\s*", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
    }

    private static int[] place(SparkThrowable thrown, String statement) {
        if (thrown instanceof ParseException parse
                && parse.start().line().isDefined()
                && parse.start().startPosition().isDefined()) {
            return new int[] {
                (Integer) parse.start().line().get(),
                (Integer) parse.start().startPosition().get() + 1
            };
        }
        if (thrown instanceof AnalysisException analysis
                && analysis.line().isDefined()
                && analysis.startPosition().isDefined()) {
            return new int[] {
                (Integer) analysis.line().get(),
                (Integer) analysis.startPosition().get() + 1
            };
        }
        QueryContext[] contexts = thrown.getQueryContext();
        int index = contexts == null || contexts.length == 0 ? -1 : contexts[0].startIndex();
        if (index < 0 || index > statement.length()) {
            return new int[0];
        }
        int line = 1
                + (int) statement
                        .substring(0, index)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new int[] {line, index - statement.lastIndexOf('\n', index - 1)};
    }
}
