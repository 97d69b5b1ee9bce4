package io.lakewright.analyzer.read.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What the first line of a text file says: the names of the columns, and the delimiter, which is the one that cuts most of
 * the first lines into equally many fields.
 *
 * @param isHeader false when the first line holds values, as far as that can be seen: numbers or dates in every field
 */
record CsvHeader(char delimiter, boolean isHeader, List<String> names) {

    private static final int FIRST_BYTES = 1 << 20;
    private static final int LINES_COMPARED = 20;
    private static final int MAXIMUM_NAME = 255;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final Pattern VALUE = Pattern.compile("\\s*(?:-?[0-9][0-9.,:TZ /-]*)?\\s*");

    CsvHeader {
        names = List.copyOf(names);
    }

    /** @return empty when the file has no line that could be read */
    static Optional<CsvHeader> read(Path file) {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(FIRST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return Optional.empty();
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        char chosen = DELIMITERS.getFirst();
        List<List<String>> lines = List.of();
        for (char delimiter : DELIMITERS) {
            List<List<String>> cut = firstLines(plain, delimiter);
            if (score(cut) > score(lines)) {
                lines = cut;
                chosen = delimiter;
            }
        }
        List<String> best = lines.isEmpty() ? List.of() : lines.getFirst();
        if (best.isEmpty() || best.stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        boolean isHeader = !best.stream().allMatch(field -> VALUE.matcher(field).matches());
        return Optional.of(new CsvHeader(chosen, isHeader, isHeader ? named(best) : numbered(best.size())));
    }

    /** How many lines have as many fields as the first, then how many fields that are. */
    private static long score(List<List<String>> lines) {
        if (lines.isEmpty()) {
            return 0;
        }
        int fields = lines.getFirst().size();
        long same = lines.stream().filter(line -> line.size() == fields).count();
        return fields == 1 ? 1 : same * 100_000 + Math.min(fields, 99_999);
    }

    private static List<List<String>> firstLines(String text, char delimiter) {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        List<List<String>> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord line : parser) {
                lines.add(line.toList());
                if (lines.size() == LINES_COMPARED) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // What stands before the broken line is enough.
        }
        return lines;
    }

    private static List<String> named(List<String> fields) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String written = fields.get(i).strip();
            String name = written.isEmpty() ? "column" + (i + 1) : written;
            String cut = name.length() > MAXIMUM_NAME ? name.substring(0, MAXIMUM_NAME) : name;
            String free = cut;
            for (int copy = 2; !taken.add(free.toLowerCase(Locale.ROOT)); copy++) {
                free = cut + "_" + copy;
            }
            names.add(free);
        }
        return names;
    }

    private static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(i -> "column" + i).toList();
    }
}
