package io.lakewright.analyzer.read;

import io.lakewright.core.Problem;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Rows from a folder with one CSV a table, {@code schema.table.csv} or {@code table.csv}: header first, an empty field
 * is NULL, {@code ""} is the empty string. Columns that the table does not have are passed over.
 */
public final class CsvRows implements RowStore {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .get();

    private final Map<String, Path> files;

    private CsvRows(Map<String, Path> files) {
        this.files = Map.copyOf(files);
    }

    /**
     * Rows of the folder, at most {@value ClosedRows#MAXIMUM} a table and closed under foreign keys.
     *
     * @throws io.lakewright.core.ProblemException LW-1520 when it is not a folder, LW-1521 when no file fits a table
     */
    public static SourceRows of(Path folder, SourceSchema schema) {
        Map<String, Path> files = new HashMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(Files::isRegularFile)
                    .filter(file -> fileName(file).endsWith(".csv"))
                    .forEach(file ->
                            files.put(fileName(file).substring(0, fileName(file).length() - 4), file));
        } catch (IOException e) {
            throw Problem.invalid(
                            "LW-1520",
                            "There is no folder of rows \"" + folder + "\".",
                            "Give a folder with one CSV a table.")
                    .exception();
        }
        CsvRows store = new CsvRows(files);
        if (schema.tables().stream().noneMatch(table -> store.file(table).isPresent())) {
            throw Problem.invalid(
                            "LW-1521",
                            "No CSV file in \"" + folder + "\" has the name of a table.",
                            "Name the files TABLE.csv or SCHEMA.TABLE.csv.")
                    .exception();
        }
        return new ClosedRows(schema, store);
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private Optional<Path> file(SourceTable table) {
        String qualified = table.name().text().toLowerCase(Locale.ROOT);
        String bare = table.name().table().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(files.getOrDefault(qualified, files.get(bare)));
    }

    @Override
    public Optional<SourceRows.Rows> first(SourceTable table, int limit) {
        return file(table).map(file -> read(file, table, limit, List.of(), Set.of()));
    }

    @Override
    public SourceRows.Rows byKey(SourceTable table, List<String> keyColumns, Set<List<String>> keys) {
        return file(table)
                .map(file -> read(file, table, keys.size(), keyColumns, keys))
                .orElseGet(() -> SourceRows.Rows.of(List.of(), List.of()));
    }

    private static SourceRows.Rows read(
            Path file, SourceTable table, int limit, List<String> keyColumns, Set<List<String>> keys) {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            List<String> header = parser.getHeaderNames().stream()
                    .filter(name -> table.column(stripped(name)).isPresent())
                    .toList();
            List<String> columns = header.stream()
                    .map(name -> table.column(stripped(name)).orElseThrow().name())
                    .toList();
            List<Integer> keyPositions =
                    keyColumns.stream().map(columns::indexOf).toList();
            if (keyPositions.contains(-1)) {
                return SourceRows.Rows.of(columns, List.of());
            }
            List<List<@Nullable String>> values = new ArrayList<>();
            Set<List<String>> wanted = new HashSet<>(keys);
            for (CSVRecord row : parser) {
                List<@Nullable String> fields = new ArrayList<>();
                header.forEach(name -> fields.add(row.isSet(name) ? row.get(name) : null));
                List<@Nullable String> key = new ArrayList<>();
                keyPositions.forEach(position -> key.add(fields.get(position)));
                if (keys.isEmpty() || wanted.remove(key)) {
                    values.add(fields);
                }
                if (values.size() >= limit) {
                    break;
                }
            }
            return SourceRows.Rows.of(columns, values);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw Problem.invalid(
                            "LW-1522",
                            "The rows in \"" + file + "\" cannot be read as CSV.",
                            "Write UTF-8 CSV with a header line, fields with commas or quotes in double quotes.")
                    .exception();
        }
    }

    private static String stripped(String headerName) {
        return headerName.startsWith("\uFEFF") ? headerName.substring(1) : headerName;
    }
}
