package io.lakewright.generator.artefact;

import java.util.List;
import java.util.stream.Collectors;

/** Writes markdown whose text can be anything: markup in names and comments is shown, not followed. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    static String escape(String value) {
        StringBuilder safe = new StringBuilder(value.length());
        for (char c : value.toCharArray()) {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '\n', '\r', '\t' -> safe.append(' ');
                case '|', '`', '[', ']', '*', '\\', '!', '#', '~' ->
                    safe.append('\\').append(c);
                default -> safe.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return safe.toString();
    }

    Markdown heading(int level, String title) {
        text.append(text.isEmpty() ? "" : "\n")
                .repeat('#', level)
                .append(' ')
                .append(escape(title))
                .append("\n\n");
        return this;
    }

    Markdown paragraph(String words) {
        text.append(escape(words)).append("\n\n");
        return this;
    }

    Markdown item(String words) {
        text.append("- ").append(escape(words)).append('\n');
        return this;
    }

    Markdown row(List<String> cells) {
        text.append("| ")
                .append(cells.stream().map(Markdown::escape).collect(Collectors.joining(" | ")))
                .append(" |\n");
        return this;
    }

    Markdown header(List<String> cells) {
        // A table that follows a list at once would be read as a part of its last item.
        int end = text.length();
        if (end > 1 && text.charAt(end - 2) != '\n') {
            text.append('\n');
        }
        row(cells);
        text.append("|").append(" --- |".repeat(cells.size())).append('\n');
        return this;
    }

    /** A fenced block; the content is made by a printer that keeps fences out. */
    Markdown fence(String language, String content) {
        text.append("```").append(language).append('\n').append(content).append("```\n\n");
        return this;
    }

    String done() {
        return text.toString();
    }
}
