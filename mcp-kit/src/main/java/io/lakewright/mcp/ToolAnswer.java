package io.lakewright.mcp;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The answer of a tool: a short text for the brain, and the same in full for programs.
 *
 * @param structured an object; of a failed call {@code {"problem": {...}}}; never changed after it was handed over
 * @param error whether the call failed
 */
public record ToolAnswer(String text, JsonNode structured, boolean error) {

    /** The most characters of text that reach a brain, about 25,000 tokens (contracts section 5). */
    public static final int TEXT_LIMIT = 100_000;

    /** A longer text is cut at the limit, and says so. */
    public ToolAnswer {
        text = bounded(text);
    }

    /** A good answer; anything but a tree is written as {@code Json} does. */
    public static ToolAnswer of(String text, Object structured) {
        return new ToolAnswer(text, structured instanceof JsonNode node ? node : Json.tree(structured), false);
    }

    /** A failed call: the problem's sentence and next step as text, the whole as structured content. */
    public static ToolAnswer failed(Problem problem) {
        String text = problem.nextStep().isBlank() ? problem.message() : problem.message() + " " + problem.nextStep();
        return new ToolAnswer(problem.code() + ": " + text, ProblemForm.write(problem), true);
    }

    /** The problem of a failed call. A foreign server's failure without one is reported with its text as LW-1314. */
    public Optional<Problem> problem() {
        return error ? Optional.of(ProblemForm.read(structured, text)) : Optional.empty();
    }

    /** The structured content, or the problem of a failed call thrown. */
    public JsonNode orThrow() {
        Optional<Problem> problem = problem();
        if (problem.isPresent()) {
            throw problem.get().exception();
        }
        return structured;
    }

    private static String bounded(String text) {
        if (text.length() <= TEXT_LIMIT) {
            return text;
        }
        String notice = "\n[Cut: the text had " + text.length()
                + " characters. Ask for less at a time, or go on with the cursor.]";
        int end = TEXT_LIMIT - notice.length();
        // Half a surrogate pair would not survive the encoding.
        end = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, end) + notice;
    }
}
