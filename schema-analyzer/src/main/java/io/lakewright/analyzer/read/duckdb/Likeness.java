package io.lakewright.analyzer.read.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether files are parts of one table: each shares at least half of its columns with the first. */
final class Likeness {

    private final FolderDatabase database;

    Likeness(FolderDatabase database) {
        this.database = database;
    }

    boolean alike(FileTable.Format format, List<Path> files) {
        List<Set<String>> columns = switch (format) {
            case TEXT -> textColumns(files);
            case PARQUET -> parquetColumns(files);
        };
        return columns.size() == files.size()
                && columns.stream().skip(1).allMatch(part -> alike(columns.getFirst(), part));
    }

    private static boolean alike(Set<String> first, Set<String> other) {
        Set<String> common = new HashSet<>(other);
        common.retainAll(first);
        return common.size() * 2 >= Math.max(first.size(), other.size());
    }

    private static List<Set<String>> textColumns(List<Path> files) {
        List<Set<String>> columns = new ArrayList<>();
        for (Path file : files) {
            CsvHeader.read(file).ifPresent(header -> {
                Set<String> names = new HashSet<>();
                header.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
                columns.add(names);
            });
        }
        return columns;
    }

    private List<Set<String>> parquetColumns(List<Path> files) {
        Map<String, Set<String>> columns = new TreeMap<>();
        FileRelation names = FileRelation.leaves(files);
        try (Connection connection = database.open();
                PreparedStatement statement = FolderDatabase.prepared(connection, names.query(), names.parameters());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), file -> new HashSet<>())
                        .add(rows.getString(2).toLowerCase(Locale.ROOT));
            }
        } catch (SQLException e) {
            // A file that is broken is told of when it is read as a table of its own.
            return List.of();
        }
        return List.copyOf(columns.values());
    }
}
