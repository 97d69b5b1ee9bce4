package io.lakewright.assistant.planner;

import io.lakewright.assistant.planner.Frame.Change;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of a clause tell without knowing any table: its extent, the history, old and new names. */
record ClauseWords(String text) {

    private static final Pattern ALL = Pattern.compile(
            "\\b(all|every|whole|entire|complete|full) (of )?(the |my |our |these |this )?(\\w+ )?(tables?|database|db|schema|source|workspace|thing|data)\\b"
                    + "|\\b(this|the|my|our) (database|db|schema|source|workspace)\\b|\\ball of (it|them)\\b|\\beverything\\b"
                    + "|\\ball tables\\b");
    // "the star" of a workspace without a word on its tables is the one over all of them.
    private static final Pattern THE_MODEL =
            Pattern.compile("\\bthe (star|star schema|data vault|raw vault|vault|dimensional model)\\b");
    private static final Pattern SAME = Pattern.compile(
            "\\b(same|those|these) (tables?|sources?|ones)\\b|\\bthe same\\b|\\b(them|that|it|this) (too|as well|instead)\\b|\\bfor (it|that|this|them|those|these)\\b|\\b(of|from|with) (them|those|these|it)\\b|\\binstead\\b|\\bthem\\b|\\balso as\\b");
    private static final Pattern EXCEPT = Pattern.compile("\\b(except|without|excluding|but not|leave out|not)\\b");
    private static final Pattern TYPE = Pattern.compile("\\b(?:scd|type|typ|slowly changing)(?: type)? ?([0-7])\\b");
    private static final Pattern TYPE_1 = Pattern.compile(
            "\\b(?<!dont |not )overwrit\\w*|\\b(no|without|w o) (the |any )?history\\b|\\b(latest|current) (values?|state|version)? ?only\\b|\\bonly the (latest|current)\\b|\\b(dont|do not|no) (need|want|keep|care about) (the |any )?(history|versions|old \\w+|past \\w+)\\b|\\bhistory (isnt|not) (needed|important)\\b|\\bcurrent values?\\b");
    private static final Pattern TYPE_2 = Pattern.compile(
            "\\b(history|historis\\w*|historiz\\w*|versions?|versioned|versioning|track(ing)? changes|old values|past values|dont overwrite|not overwrite|over time|time travel|point in time)\\b");
    private static final Pattern TYPE_0 = Pattern.compile("\\bnever chang\\w*|\\bfrozen\\b|\\bfixed forever\\b");
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:call(?:ed)?|named?)(?: it| this| that| the \\w+)? ([\\p{L}_][\\p{L}\\p{N}_]*)$");
    private static final Pattern RENAME = Pattern.compile(
            "\\b(?:rename|renamed|change the name of|name)\\b(?: the)?(?: table| column)? (.+?) (?:to|as|into) ([\\p{L}_][\\p{L}\\p{N}_]*)\\b");
    private static final Pattern SHOULD_BE =
            Pattern.compile("^(.+?) should be (?:called|named) ([\\p{L}_][\\p{L}\\p{N}_]*)\\b");
    private static final Pattern CALL = Pattern.compile(
            "\\b(?:call|name|rename) (it|this|that|the .+?|\\w+?)(?: to| as)? ([\\p{L}_][\\p{L}\\p{N}_]*)$");

    /** Whether all tables are meant. */
    boolean saysAll() {
        return ALL.matcher(text).find();
    }

    boolean saysTheModel() {
        return THE_MODEL.matcher(text).find();
    }

    /** Whether the tables of before are meant. */
    boolean saysSame() {
        return SAME.matcher(text).find();
    }

    /** The number of the word from which on tables are left out. */
    int exceptAt() {
        Matcher matcher = EXCEPT.matcher(text);
        if (!matcher.find()) {
            return Integer.MAX_VALUE;
        }
        String before = text.substring(0, matcher.start()).strip();
        return before.isEmpty() ? 0 : before.split(" ").length;
    }

    /** The type of history that is asked for, by number or in words. */
    Optional<Integer> scdType() {
        Matcher number = TYPE.matcher(text);
        Optional<Integer> said = Optional.empty();
        while (number.find()) {
            said = Optional.of(Integer.parseInt(number.group(1)));
        }
        if (said.isPresent()) {
            return said;
        }
        if (TYPE_0.matcher(text).find()) {
            return Optional.of(0);
        }
        if (TYPE_1.matcher(text).find()) {
            return Optional.of(1);
        }
        return TYPE_2.matcher(text).find() ? Optional.of(2) : Optional.empty();
    }

    /** The name that the new thing shall have. */
    Optional<String> name() {
        Matcher matcher = NAMED.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** What shall be renamed to what. */
    Optional<Change.Rename> rename() {
        for (Pattern pattern : List.of(RENAME, SHOULD_BE, CALL)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(new Change.Rename(matcher.group(1).strip(), matcher.group(2)));
            }
        }
        return Optional.empty();
    }

    /** What the verb is said of. */
    List<String> objects(String verb) {
        return new ObjectPhrases(verb).of(text);
    }
}
