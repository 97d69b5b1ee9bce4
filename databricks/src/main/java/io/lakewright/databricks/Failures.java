package io.lakewright.databricks;

import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.DatabricksException;
import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells what a call of the SDK failed of, in one sentence that carries no text of the server. */
final class Failures {

    private final String host;

    Failures(String host) {
        this.host = host;
    }

    /**
     * Does a call.
     *
     * @param subject what is asked for, such as {@code the catalog "main"}
     * @throws ProblemException LW-2301 unreachable, LW-2302 credentials refused, LW-2303 no privilege, LW-2304 not there,
     *     LW-2309 anything else
     */
    <T> T explaining(String subject, Supplier<T> call) {
        try {
            return call.get();
        } catch (DatabricksException e) {
            throw problem(subject, e);
        }
    }

    private ProblemException problem(String subject, DatabricksException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException told) {
                return told;
            }
        }
        int status = failure instanceof DatabricksError error ? error.getStatusCode() : 401;
        Problem problem = switch (status) {
            case 401 ->
                Problem.upstream(
                        "LW-2302",
                        "The Databricks workspace " + host + " refuses the token or the client secret.",
                        "Set DATABRICKS_TOKEN, or DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET, to valid ones of this workspace.");
            case 403 ->
                Problem.upstream(
                        "LW-2303",
                        "There is no privilege to read " + subject + " of the workspace " + host + ".",
                        "Grant USE CATALOG, USE SCHEMA and SELECT (or BROWSE) to whom the credentials belong.");
            case 404 ->
                Problem.notFound(
                        "LW-2304",
                        "The workspace " + host + " has no such thing as " + subject + ".",
                        "Check the name; SHOW CATALOGS lists what there is.");
            default ->
                Problem.upstream(
                        "LW-2309",
                        "The workspace " + host + " could not tell of " + subject + " (status " + status + ").",
                        "Try again later.");
        };
        return new ProblemException(problem, failure);
    }
}
