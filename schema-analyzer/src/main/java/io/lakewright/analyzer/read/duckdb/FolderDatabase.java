package io.lakewright.analyzer.read.duckdb;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * Opens DuckDB in memory for one folder: no other file, no network, no extension, bounded memory, threads and time, and
 * settings that no statement can change.
 */
final class FolderDatabase {

    private static final String MEMORY = "512MB";
    private static final String THREADS = "2";
    private static final int SECONDS = 60;
    private static final String ONLY_THE_FOLDER = "SET allowed_directories = [?]";
    private static final String NOTHING_ELSE = "SET enable_external_access = false";
    private static final String LOCKED = "SET lock_configuration = true";

    private final Path folder;

    /** @param folder its real path */
    FolderDatabase(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** @throws ProblemException LW-1541 when DuckDB has no library for this platform or does not start */
    Connection open() {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", THREADS);
        // Empty: what does not fit into memory fails instead of being written to disk.
        settings.setProperty("temp_directory", "");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
            try (PreparedStatement allowed = connection.prepareStatement(ONLY_THE_FOLDER);
                    Statement statement = connection.createStatement()) {
                allowed.setString(1, folder + "/");
                allowed.execute();
                statement.execute(NOTHING_ELSE);
                statement.execute(LOCKED);
            }
            return connection;
        } catch (SQLException | LinkageError e) {
            throw new ProblemException(
                    Problem.upstream(
                            "LW-1541",
                            "DuckDB, which reads folders, does not start on this machine.",
                            "Load the files into PostgreSQL and give its address, or give a script of the tables."),
                    e);
        }
    }

    /** A query with its parameters bound, ended after a minute. */
    static PreparedStatement prepared(Connection connection, String query, List<String> parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setQueryTimeout(SECONDS);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setString(i + 1, parameters.get(i));
        }
        return statement;
    }
}
