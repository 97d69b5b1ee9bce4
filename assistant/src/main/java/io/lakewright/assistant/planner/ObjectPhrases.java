package io.lakewright.assistant.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What stands behind "add" or "drop": the names, one by one, without the words around them. */
final class ObjectPhrases {

    private static final Pattern ADD = Pattern.compile(
            "^.*?\\b(?:add(?: in)?|include|throw in|put in|bring in|carry|take in|extend (?:it|this|that)? ?with|plus|missing|append|pull in|need|want|and|with)\\b ?(?:also |back |in )?");
    private static final Pattern DROP = Pattern.compile(
            "^.*?\\b(?:drop|remove|delete|leave out|take out|(?:take|leave|throw)(?= .{1,40} out\\b)|kick out|get rid of|without|exclude|dont (?:really )?need|do not need|lose|skip|strip|no need for|omit|throw out|toss)\\b ?(?:out )?");
    private static final Pattern TRAILING = Pattern.compile(
            " (?:too|also|as well|please|again|back|thanks|column|columns|field|fields|attribute|attributes|is not needed|not needed|out"
                    + "|(?:to|from|in|of|on|into|for) (?:it|this|that|there|the model|the design|the dimension|the table|the \\w+ dimension|(?:dim|fact|sat|hub|link)_\\w+|the (?:dim|fact|sat|hub|link)_\\w+)"
                    + "|if you can|if possible|for me)$");
    private static final Pattern LEADING = Pattern.compile(
            "^(?:the|a|an|also|its|their|our|my|in|some|column|field|attribute|columns|fields|attributes|please|to see|to have|called|named)\\b ?");

    private static final Pattern LEAD_IN =
            Pattern.compile("^(?:(?:and|also|then|now|please|ok|can you|could you|would you|lets) )+");

    private final Pattern verb;

    ObjectPhrases(String verb) {
        this.verb = verb.equals("add") ? ADD : DROP;
    }

    List<String> of(String clause) {
        String rest = verb.matcher(LEAD_IN.matcher(clause).replaceFirst("")).replaceFirst("");
        List<String> phrases = new ArrayList<>();
        for (String part : rest.split("\\band\\b|\\bplus\\b|,")) {
            String phrase = trimmed(part.strip());
            if (!phrase.isBlank()) {
                phrases.add(phrase);
            }
        }
        return phrases.isEmpty() ? List.of(rest.strip()) : phrases;
    }

    private static String trimmed(String part) {
        String phrase = part;
        String before;
        do {
            before = phrase;
            phrase = LEADING.matcher(phrase).replaceFirst("");
            phrase = TRAILING.matcher(" " + phrase).replaceFirst("").strip();
        } while (!phrase.equals(before));
        return phrase;
    }
}
