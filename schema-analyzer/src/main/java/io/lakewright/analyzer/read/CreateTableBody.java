package io.lakewright.analyzer.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns and constraints between the brackets of a CREATE TABLE statement, cut apart so that each can be read on its
 * own. Names of columns come out quoted, so that a column named like a keyword is no obstacle; checks and exclusions,
 * which say nothing about keys, are left out.
 */
final class CreateTableBody {

    private static final Set<String> CONSTRAINT_WORDS =
            Set.of("constraint", "primary", "unique", "foreign", "check", "exclude", "like");
    private static final Pattern FIRST_WORD =
            Pattern.compile("([A-Za-z_\\u0080-\\uFFFF][A-Za-z0-9_$\\u0080-\\uFFFF]*)");
    private static final Pattern WITHOUT_KEY =
            Pattern.compile("(?is)(?:constraint\\s+(?:\"(?:[^\"]|\"\")*\"|\\S+)\\s+)?(?:check|exclude)\\b.*");

    private final String text;
    private int position;

    private CreateTableBody(String text) {
        this.text = text;
    }

    /** The elements; empty when the statement has no list of columns, as CREATE TABLE ... AS SELECT. */
    static Optional<List<String>> elements(String statement) {
        return new CreateTableBody(statement).read();
    }

    private Optional<List<String>> read() {
        while (position < text.length() && text.charAt(position) != '(') {
            skipOne();
        }
        String head = text.substring(0, position).toLowerCase(Locale.ROOT);
        if (position >= text.length() || head.matches("(?s).*\\s(as|of)\\s+.*")) {
            return Optional.empty();
        }
        List<String> elements = new ArrayList<>();
        int depth = 0;
        int start = position + 1;
        while (position < text.length()) {
            char c = text.charAt(position);
            boolean end = c == ')' && depth == 1;
            if (end || c == ',' && depth == 1) {
                add(elements, text.substring(start, position).strip());
                start = position + 1;
            }
            if (end) {
                return Optional.of(elements);
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            skipOne();
        }
        return Optional.empty();
    }

    private static void add(List<String> elements, String element) {
        if (element.isEmpty() || WITHOUT_KEY.matcher(element).matches()) {
            return;
        }
        Matcher first = FIRST_WORD.matcher(element);
        boolean column =
                first.lookingAt() && !CONSTRAINT_WORDS.contains(first.group(1).toLowerCase(Locale.ROOT));
        elements.add(
                column
                        ? '"' + first.group(1).toLowerCase(Locale.ROOT) + '"' + element.substring(first.end())
                        : element);
    }

    /** Moves over one character, or over a whole quoted text or name. */
    private void skipOne() {
        char quote = text.charAt(position);
        position++;
        if (quote == '\'' || quote == '"') {
            int end = text.indexOf(quote, position);
            position = end < 0 ? text.length() : end + 1;
        }
    }
}
