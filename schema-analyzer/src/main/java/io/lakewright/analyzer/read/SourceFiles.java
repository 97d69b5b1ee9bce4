package io.lakewright.analyzer.read;

import io.lakewright.core.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Reads a source file whole, within a size limit, with a problem in words when that is not possible. */
public final class SourceFiles {

    private SourceFiles() {}

    /**
     * The text of a UTF-8 file.
     *
     * @throws io.lakewright.core.ProblemException LW-1501 not there or not readable, LW-1502 too large, LW-1503 not text
     */
    public static String text(Path file, long maximumBytes) {
        try {
            if (!Files.isRegularFile(file)) {
                throw Problem.invalid(
                                "LW-1501",
                                "There is no file \"" + file + "\".",
                                "Give the path of an existing .sql or .json file.")
                        .exception();
            }
            long size = Files.size(file);
            if (size > maximumBytes) {
                throw tooLarge("The file \"" + file + "\" has " + size + " bytes, more than " + maximumBytes + ".");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.invalid(
                            "LW-1503",
                            "The file \"" + file + "\" is not UTF-8 text.",
                            "Save it as UTF-8; a binary dump must be written with pg_dump -s --format=plain.")
                    .exception();
        } catch (IOException e) {
            throw Problem.invalid(
                            "LW-1501", "The file \"" + file + "\" cannot be read.", "Check its path and permissions.")
                    .exception();
        }
    }

    /** LW-1502 with that sentence. */
    public static RuntimeException tooLarge(String sentence) {
        return new Problem.LimitExceeded(
                        "LW-1502", sentence, "Give a file with the schema only, without rows.", Map.of())
                .exception();
    }

    /** The name of a source: its file name without the ending. */
    public static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int point = name.lastIndexOf('.');
        return point > 0 ? name.substring(0, point) : name;
    }

    /** @throws io.lakewright.core.ProblemException LW-1500 when the text is no path */
    public static Path path(String source) {
        try {
            return Path.of(source);
        } catch (InvalidPathException e) {
            throw Problem.invalid("LW-1500", "\"" + source + "\" is not a path.", "Give the path of an existing file.")
                    .exception();
        }
    }
}
