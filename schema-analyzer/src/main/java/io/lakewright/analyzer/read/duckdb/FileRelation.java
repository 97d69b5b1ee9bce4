package io.lakewright.analyzer.read.duckdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A query over the files of one table whose columns are called {@code c0, c1, ...}: names that files give stand in a
 * statement only where Parquet needs them, quoted.
 *
 * @param query a SELECT; what is not fixed in it is a position, a quoted name or a bound parameter
 * @param parameters paths and delimiters, in order
 * @param columns names of the columns as the files spell them
 * @param untyped positions of the columns that hold text whose type must be found from the values
 */
record FileRelation(String query, List<String> parameters, List<String> columns, Set<Integer> untyped) {

    private static final String DIALECT =
            ", auto_detect = false, quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false";
    private static final String PARTITIONS = ", hive_partitioning = true, hive_types_autocast = false";

    FileRelation {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
        untyped = Set.copyOf(untyped);
    }

    /** Text files that share a first line and partition columns. */
    record TextPart(CsvHeader header, List<String> partitionKeys, List<Path> files) {

        List<String> columns() {
            List<String> all = new ArrayList<>(header.names());
            all.addAll(partitionKeys);
            return all;
        }
    }

    /** The union of text files; what a part lacks is NULL. Lines that are broken are passed over. */
    static FileRelation text(List<String> columns, List<TextPart> parts) {
        List<String> parameters = new ArrayList<>();
        String query = parts.stream()
                .map(part -> {
                    part.files().forEach(file -> parameters.add(literally(file)));
                    parameters.add(String.valueOf(part.header().delimiter()));
                    return select(columns, part) + scan(part, "ignore_errors");
                })
                .collect(Collectors.joining(" UNION ALL "));
        return new FileRelation(
                query,
                parameters,
                columns,
                IntStream.range(0, columns.size()).boxed().collect(Collectors.toSet()));
    }

    /** Reads all of one part and keeps the broken lines in {@code reject_errors}. */
    static FileRelation keepingBrokenLines(TextPart part) {
        List<String> parameters = new ArrayList<>(
                part.files().stream().map(FileRelation::literally).toList());
        parameters.add(String.valueOf(part.header().delimiter()));
        // Every field is asked for, because a field that nobody reads is not checked.
        String query = IntStream.range(0, part.header().names().size())
                .mapToObj(i -> "count(f" + i + ")")
                .collect(Collectors.joining(", ", "SELECT ", scan(part, "rejects_limit = 100000, store_rejects")));
        return new FileRelation(query, parameters, List.of(), Set.of());
    }

    private static String select(List<String> columns, TextPart part) {
        int fields = part.header().names().size();
        List<String> own = part.columns();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> {
                    int position = position(own, columns.get(i));
                    String value = position < 0
                            ? "NULL::VARCHAR"
                            : position < fields ? "f" + position : quoted(own.get(position)) + "::VARCHAR";
                    return value + " AS c" + i;
                })
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }

    private static String scan(TextPart part, String whenBroken) {
        String fields = IntStream.range(0, part.header().names().size())
                .mapToObj(i -> "'f" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return " FROM read_csv(" + list(part.files().size()) + ", delim = ?" + DIALECT + ", header = "
                + part.header().isHeader() + ", columns = " + fields + ", " + whenBroken + " = true"
                + (part.partitionKeys().isEmpty() ? "" : PARTITIONS) + ")";
    }

    /** Parquet files with their own types; partition columns are text. */
    static FileRelation parquet(List<Path> files, List<String> columns, List<String> partitionKeys) {
        String select = IntStream.range(0, columns.size())
                .mapToObj(i -> quoted(columns.get(i)) + " AS c" + i)
                .collect(Collectors.joining(", ", "SELECT ", ""));
        Set<Integer> untyped = IntStream.range(0, columns.size())
                .filter(i -> position(partitionKeys, columns.get(i)) >= 0)
                .boxed()
                .collect(Collectors.toSet());
        return new FileRelation(select + parquetScan(files, partitionKeys), paths(files), columns, untyped);
    }

    /** The query that tells names and types of the columns of Parquet files. */
    static FileRelation describing(List<Path> files, List<String> partitionKeys) {
        return new FileRelation(
                "DESCRIBE SELECT *" + parquetScan(files, partitionKeys), paths(files), List.of(), Set.of());
    }

    /** The query that tells which file has which columns. */
    static FileRelation leaves(List<Path> files) {
        return new FileRelation(
                "SELECT file_name, name FROM parquet_schema(" + list(files.size()) + ") WHERE num_children IS NULL",
                paths(files),
                List.of(),
                Set.of());
    }

    private static String parquetScan(List<Path> files, List<String> partitionKeys) {
        return " FROM read_parquet(" + list(files.size()) + ", union_by_name = true"
                + (partitionKeys.isEmpty() ? ", hive_partitioning = false" : PARTITIONS) + ")";
    }

    private static List<String> paths(List<Path> files) {
        return files.stream().map(FileRelation::literally).toList();
    }

    private static String list(int size) {
        return IntStream.range(0, size).mapToObj(i -> "?").collect(Collectors.joining(", ", "[", "]"));
    }

    private static int position(List<String> names, String wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** A path that means itself: DuckDB takes {@code * ? [} for a pattern. */
    private static String literally(Path file) {
        return file.toString().replace("[", "[[]").replace("*", "[*]").replace("?", "[?]");
    }

    private static String quoted(String name) {
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name cannot hold a NUL character");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
