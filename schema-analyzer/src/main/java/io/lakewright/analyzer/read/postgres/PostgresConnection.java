package io.lakewright.analyzer.read.postgres;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Opens read-only connections and tells failures in one sentence each. Credentials are kept out of every message. */
final class PostgresConnection {

    /** Local to the transaction, so that they hold behind a pooler too. */
    private static final String BOUNDS = "SET LOCAL TIME ZONE 'UTC'; SET LOCAL statement_timeout = 30000";

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

    /** A connection inside a read-only transaction that is never committed. */
    Connection open() {
        try {
            Connection connection = DriverManager.getConnection(url.driverUrl(), url.driverProperties(user, password));
            return bounded(connection);
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    private static Connection bounded(Connection connection) throws SQLException {
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(BOUNDS);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    ProblemException problem(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (isAboutEncryption(failure)) {
            return new ProblemException(
                    Problem.upstream(
                            "LW-1509",
                            "The server " + url.host() + " offers no encryption, or a certificate that is not trusted.",
                            "Download the certificate of its authority (Supabase: database settings, SSL) and add"
                                    + " ?sslrootcert=FILE to the address; sslmode=require encrypts without verifying"
                                    + " whom it talks to."),
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

    private boolean isAboutEncryption(SQLException failure) {
        if (!url.sslMode().startsWith("verify-") && !url.sslMode().equals("require")) {
            return false;
        }
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
                return true;
            }
        }
        // The driver's own refusals: no encryption offered (08004), or the name differs (08006).
        String said = String.valueOf(failure.getMessage());
        return said.contains("SSL") || said.contains("hostname");
    }

    private ProblemException unreachable() {
        return Problem.upstream(
                        "LW-1510",
                        "The database " + url.shown() + " cannot be reached.",
                        "Check host, port and network, and that the server runs.")
                .exception();
    }
}
