package io.lakewright.analyzer.read;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Opens read-only connections and tells failures in one sentence each. Credentials are kept out of every message. */
final class PostgresConnection {

    private static final String UTC = "SET TIME ZONE 'UTC'";

    private final PostgresUrl url;
    private final Optional<String> user;
    private final Optional<String> password;

    PostgresConnection(PostgresUrl url, Optional<String> user, Optional<String> password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    PostgresUrl url() {
        return url;
    }

    Connection open() {
        try {
            Connection connection = DriverManager.getConnection(url.driverUrl(), url.driverProperties(user, password));
            try (Statement statement = connection.createStatement()) {
                statement.execute(UTC);
            }
            return connection;
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    ProblemException problem(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (isEncryption(failure, state)) {
            return new ProblemException(
                    Problem.upstream(
                            "LW-1509",
                            "The database " + url.shown() + " offers no encrypted connection that can be trusted.",
                            "Name the authority's certificate with sslrootcert=FILE in the address, or decide with sslmode=require (encrypted, identity unchecked) or sslmode=disable."),
                    failure);
        }
        if (state.startsWith("28")) {
            return new ProblemException(
                    Problem.upstream(
                            "LW-1511",
                            "The database " + url.shown() + " refuses the user or the password.",
                            "Set LAKEWRIGHT_SOURCE_USER and LAKEWRIGHT_SOURCE_PASSWORD to a role that may log in."),
                    failure);
        }
        return switch (state) {
            case "3D000" ->
                new ProblemException(
                        Problem.upstream(
                                "LW-1512",
                                "The server at " + url.host() + ":" + url.port() + " has no database \""
                                        + url.database() + "\".",
                                "Check the name behind the last slash of the address."),
                        failure);
            case "57014" ->
                new ProblemException(
                        Problem.upstream(
                                "LW-1516",
                                "The database " + url.shown() + " took too long to answer.",
                                "Try again, or name fewer schemas with --schema."),
                        failure);
            case "42501" ->
                new ProblemException(
                        Problem.upstream(
                                "LW-1518",
                                "The role may not read what is needed from " + url.shown() + ".",
                                "Grant it USAGE on the schemas and SELECT on the tables."),
                        failure);
            default ->
                state.startsWith("08") || state.isEmpty()
                        ? new ProblemException(unreachable().problem(), failure)
                        : new ProblemException(
                                Problem.upstream(
                                        "LW-1519",
                                        "Reading the catalog of " + url.shown() + " failed (SQL state " + state + ").",
                                        "Check that it is PostgreSQL 12 or later and try again."),
                                failure);
        };
    }

    /** The server speaks no TLS, or its certificate is not trusted or is for another name. */
    private static boolean isEncryption(SQLException failure, String state) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        String message = String.valueOf(failure.getMessage());
        return state.startsWith("08") && (message.contains("SSL") || message.contains("could not be verified"));
    }

    private ProblemException unreachable() {
        return Problem.upstream(
                        "LW-1510",
                        "The database " + url.shown() + " cannot be reached.",
                        "Check host, port and network, and that the server runs.")
                .exception();
    }
}
