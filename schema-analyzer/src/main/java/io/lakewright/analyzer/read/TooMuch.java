package io.lakewright.analyzer.read;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.schema.SourceTable;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;

/** Tells that a table was too large to be measured in the time that a source is given. */
public final class TooMuch {

    private static final String CANCELLED = "57014";

    private TooMuch() {}

    /** The problem when a failure means that the time was over; empty when it means something else. */
    public static Optional<ProblemException> toMeasure(SourceTable table, SQLException failure) {
        return failure instanceof SQLTimeoutException || CANCELLED.equals(failure.getSQLState())
                ? Optional.of(new ProblemException(
                        Problem.upstream(
                                "LW-1508",
                                "Figures over every row of " + table.name() + " took too long.",
                                "Ask for a sample, or for what the source knows already."),
                        failure))
                : Optional.empty();
    }
}
