package io.lakewright.analyzer.read.jdbc;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;

/** Opens read-only connections and tells failures in one sentence each, without credentials. */
final class JdbcConnection {

    /** Every statement ends after this. */
    static final int STATEMENT_SECONDS = 30;

    private final JdbcAddress address;
    private final Driver driver;
    private final Optional<String> user;
    private final Optional<String> password;

    JdbcConnection(JdbcAddress address, Driver driver, Optional<String> user, Optional<String> password) {
        this.address = address;
        this.driver = driver;
        this.user = user;
        this.password = password;
    }

    JdbcAddress address() {
        return address;
    }

    Connection open() {
        try {
            Connection connection = driver.connect(address.driverUrl(), address.driverProperties(user, password));
            if (connection == null) {
                throw new SQLException("the driver does not know the address", "08001");
            }
            try {
                if (!connection.isReadOnly()) {
                    connection.setReadOnly(true);
                }
                connection.setAutoCommit(false);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    ProblemException problem(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("28")) {
            return told(
                    "LW-1584",
                    "The database " + address + " refuses the user or the password.",
                    "Set LAKEWRIGHT_SOURCE_USER and LAKEWRIGHT_SOURCE_PASSWORD to a role that may log in.",
                    failure);
        }
        if (state.startsWith("08")) {
            return told(
                    "LW-1585",
                    "The database " + address + " cannot be reached.",
                    "Check host, port and network, that the server runs, and that its certificate is trusted.",
                    failure);
        }
        if (failure instanceof SQLTimeoutException) {
            return told(
                    "LW-1586",
                    "The database " + address + " took too long to answer.",
                    "Try again, or name fewer schemas with --schema.",
                    failure);
        }
        return told(
                "LW-1587",
                "Reading the database " + address + " failed (SQL state " + (state.isEmpty() ? "unknown" : state)
                        + ", code " + failure.getErrorCode() + ").",
                "Check that the file or server holds such a database and that the role may read its catalog.",
                failure);
    }

    private static ProblemException told(String code, String sentence, String nextStep, SQLException failure) {
        return new ProblemException(Problem.upstream(code, sentence, nextStep), failure);
    }
}
