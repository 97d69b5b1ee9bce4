package io.lakewright.analyzer.read.postgres;

import io.lakewright.analyzer.read.TableDraft;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Counts the rows of tables: many tables in one statement, so that the way to the server is paid once for all of them;
 * a statement that fails is repeated table by table. What is empty on disk, or what the role may not read, is not asked
 * for. No statement keeps its locks, so that the number of tables is not bounded by the locks that a server has.
 */
final class PostgresCounts {

    private static final int TABLES_A_STATEMENT = 100;
    private static final long BYTES_A_STATEMENT = 64L * 1024 * 1024;
    private static final long BUDGET_NANOS = 20_000_000_000L;

    private static final String BEGIN =
            "SAVEPOINT before_counting; SET LOCAL statement_timeout = 5000; SAVEPOINT counting";
    private static final String FORGET = "ROLLBACK TO SAVEPOINT counting";
    private static final String END = "ROLLBACK TO SAVEPOINT before_counting; RELEASE SAVEPOINT before_counting";

    private final List<Countable> tables;
    private final Consumer<String> warnings;
    private final long deadline = System.nanoTime() + BUDGET_NANOS;

    /**
     * A table and what is known of its rows without reading them.
     *
     * @param estimate the planner's number of rows, negative where it has none
     * @param bytes size of the rows on disk
     * @param empty whether there certainly are no rows
     * @param readable whether the role may read rows
     */
    record Countable(TableDraft table, double estimate, long bytes, boolean empty, boolean readable) {

        /** What is said where nothing was counted. */
        Optional<Long> guess() {
            if (empty) {
                return Optional.of(0L);
            }
            return estimate < 0 ? Optional.empty() : Optional.of(Math.round(estimate));
        }

        boolean isToBeCounted() {
            return readable && !empty && estimate <= PostgresReader.EXACT_COUNT_LIMIT;
        }
    }

    /** @param warnings told of each table that could not be counted; such a table keeps the estimate */
    PostgresCounts(List<Countable> tables, Consumer<String> warnings) {
        this.tables = tables;
        this.warnings = warnings;
    }

    /** Sets the number of rows of every table that has one, in a transaction that ends as it began. */
    void read(Connection connection) throws SQLException {
        tables.forEach(countable -> countable.table().rowCount = countable.guess());
        List<Countable> wanted =
                tables.stream().filter(Countable::isToBeCounted).toList();
        if (wanted.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEGIN);
            for (List<Countable> together : portions(wanted)) {
                if (!count(statement, together) && together.size() > 1) {
                    for (Countable alone : together) {
                        count(statement, List.of(alone));
                    }
                }
            }
            statement.execute(END);
        }
    }

    /** Few enough for one statement, and small enough to be read well within its time. */
    static List<List<Countable>> portions(List<Countable> wanted) {
        List<List<Countable>> portions = new ArrayList<>();
        List<Countable> portion = new ArrayList<>();
        long bytes = 0;
        for (Countable next : wanted) {
            if (portion.size() == TABLES_A_STATEMENT
                    || !portion.isEmpty() && bytes + next.bytes() > BYTES_A_STATEMENT) {
                portions.add(List.copyOf(portion));
                portion.clear();
                bytes = 0;
            }
            portion.add(next);
            bytes += next.bytes();
        }
        portions.add(List.copyOf(portion));
        return portions;
    }

    /** False when the server refused or took too long; tables behind the time limit keep their estimates silently. */
    private boolean count(Statement statement, List<Countable> together) throws SQLException {
        if (System.nanoTime() > deadline) {
            return true;
        }
        boolean counted = true;
        try (ResultSet counts = statement.executeQuery(query(together))) {
            counts.next();
            for (int i = 0; i < together.size(); i++) {
                together.get(i).table().rowCount = Optional.of(counts.getLong(i + 1));
            }
        } catch (SQLException e) {
            counted = false;
            if (together.size() == 1) {
                warnings.accept("The rows of " + together.getFirst().table().name + " could not be counted (SQL state "
                        + e.getSQLState() + ").");
            }
        }
        statement.execute(FORGET);
        return counted;
    }

    private static String query(List<Countable> together) {
        return together.stream()
                .map(countable -> "(SELECT count(*) FROM " + PostgresNames.quoted(countable.table().name) + ")")
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }
}
