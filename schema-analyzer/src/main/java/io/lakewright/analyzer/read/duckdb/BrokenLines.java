package io.lakewright.analyzer.read.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the lines of text files that are no rows, so that each can be named while the rest is read. */
final class BrokenLines {

    private static final int NAMED_A_FILE = 5;
    private static final int BLOCK = 1 << 16;
    private static final String LINES = """
            SELECT s.file_path, min(e.line_byte_position), min(e.error_type::VARCHAR)
            FROM reject_errors e JOIN reject_scans s ON e.scan_id = s.scan_id AND e.file_id = s.file_id
            GROUP BY s.file_path, e.line ORDER BY s.file_path, e.line""";
    private static final String FORGET_LINES = "DROP TABLE IF EXISTS reject_errors";
    private static final String FORGET_SCANS = "DROP TABLE IF EXISTS reject_scans";

    private final Connection connection;
    private final Path folder;

    BrokenLines(Connection connection, Path folder) {
        this.connection = connection;
        this.folder = folder;
    }

    /** One sentence for each of the first broken lines of a file, and one for all others of it. */
    List<String> of(FileRelation.TextPart part) throws SQLException {
        FileRelation all = FileRelation.keepingBrokenLines(part);
        try (PreparedStatement statement = FolderDatabase.prepared(connection, all.query(), all.parameters());
                ResultSet counted = statement.executeQuery()) {
            counted.next();
        }
        List<String> sentences = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet lines = statement.executeQuery(LINES)) {
                String current = "";
                int inFile = 0;
                while (lines.next()) {
                    String file = lines.getString(1);
                    inFile = file.equals(current) ? inFile + 1 : 1;
                    if (!file.equals(current)) {
                        current = file;
                    }
                    if (inFile <= NAMED_A_FILE) {
                        sentences.add(sentence(file, line(file, lines.getLong(2)), lines.getString(3)));
                    } else if (inFile == NAMED_A_FILE + 1) {
                        sentences.add("The file " + shown(file) + " has more lines that were left out.");
                    }
                }
            }
            statement.execute(FORGET_LINES);
            statement.execute(FORGET_SCANS);
        }
        return sentences;
    }

    /** The line of a position that counts from 1; the engine counts rows, which may have line ends in quotes. */
    private static long line(String file, long position) {
        long line = 1;
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            for (long left = position - 1; left > 0; ) {
                int read = in.read(block, 0, (int) Math.min(block.length, left));
                if (read < 0) {
                    break;
                }
                for (int i = 0; i < read; i++) {
                    line += block[i] == '\n' ? 1 : 0;
                }
                left -= read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line;
    }

    private String sentence(String file, long line, String kind) {
        String what = kind.toUpperCase(Locale.ROOT);
        String reason = switch (what) {
            case "TOO MANY COLUMNS" -> "it has more fields than the first line";
            case "MISSING COLUMNS" -> "it has fewer fields than the first line";
            case "UNQUOTED VALUE" -> "a quote is not closed, so what follows was not read either";
            case "INVALID ENCODING", "INVALID UNICODE" -> "it is not UTF-8";
            case "LINE SIZE OVER MAXIMUM" -> "it is too long";
            default -> what.toLowerCase(Locale.ROOT);
        };
        return "Line " + line + " of " + shown(file) + " was left out: " + reason + ".";
    }

    private String shown(String file) {
        Path path = Path.of(file);
        return "\"" + (path.startsWith(folder) ? folder.relativize(path) : path.getFileName()) + "\"";
    }
}
