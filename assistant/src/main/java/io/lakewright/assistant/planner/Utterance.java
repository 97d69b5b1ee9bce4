package io.lakewright.assistant.planner;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clause in plain tokens: lower case, no invisible characters, spoken contractions written out. A comma is a token,
 * because no name reaches over it.
 *
 * @param text the tokens joined by single spaces
 */
record Utterance(String text, List<String> tokens, boolean question) {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*|,");
    private static final Pattern CLAUSE_END = Pattern.compile("(?<=[\\p{L}\\p{N}\\)`'\"])[.!;](?=\\s|$)|\\?+|\\n+");

    Utterance {
        tokens = List.copyOf(tokens);
    }

    /** One sentence or part of one. */
    static Utterance of(String raw) {
        String text = plain(raw);
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return new Utterance(String.join(" ", tokens), tokens, raw.contains("?"));
    }

    /** The same clause with other tokens, for instance after spelling was corrected. */
    Utterance with(List<String> corrected) {
        return new Utterance(String.join(" ", corrected), corrected, question);
    }

    /** The sentences of a message, each with its own question mark. */
    static List<String> sentences(String message) {
        List<String> sentences = new ArrayList<>();
        Matcher matcher = CLAUSE_END.matcher(message);
        int from = 0;
        while (matcher.find()) {
            sentences.add(message.substring(from, matcher.end()));
            from = matcher.end();
        }
        sentences.add(message.substring(from));
        return sentences.stream().map(String::strip).filter(s -> !s.isBlank()).toList();
    }

    private static String plain(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC);
        text = INVISIBLE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        text = text.replace('’', '\'')
                .replaceAll("\\bw/o\\b", "without")
                .replaceAll("\\bw/", "with ")
                .replace("&", " and ")
                .replace("+", " and ")
                .replaceAll("(?<=\\p{L})'(?=\\p{L})", "");
        text = text.replaceAll("\\bgimme\\b", "give me")
                .replaceAll("\\blemme\\b", "let me")
                .replaceAll("\\bwanna\\b", "want to")
                .replaceAll("\\b(gonna|gotta)\\b", "going to")
                .replaceAll("\\b(pls|plz)\\b", "please")
                .replaceAll("\\btbls?\\b", "tables")
                .replaceAll("\\b(scd|type|typ)[ -]?([0-7])\\b", "$1 $2")
                .replaceAll("\\btyp ([0-7])\\b", "type $1")
                .replaceAll("\\b(type|scd) (one|i)\\b", "$1 1")
                .replaceAll("\\b(type|scd) (two|ii)\\b", "$1 2")
                .replaceAll("\\b(type|scd) (three|iii)\\b", "$1 3")
                .replaceAll("\\b(type|scd) zero\\b", "$1 0");
        return text.replaceAll("(?<=\\p{L})-(?=\\p{L})", " ");
    }
}
