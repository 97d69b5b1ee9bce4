package io.lakewright.assistant.planner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The English of the planner, read from {@code lexicon.txt}: weighted patterns by intent, synonyms, processes and plain
 * words. Immutable.
 */
final class Lexicon {

    /** One weighted pattern. */
    record Feature(double weight, Pattern pattern) {}

    /** The features of an intent and where it starts from. */
    record IntentFeatures(double bias, List<Feature> features) {}

    private static final Pattern SECTION = Pattern.compile("\\[(\\w+)(?: (\\w+))?]");
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");

    private final Map<Intent, IntentFeatures> intents = new EnumMap<>(Intent.class);
    private final List<Set<String>> synonyms = new ArrayList<>();
    private final Map<String, List<String>> processes = new LinkedHashMap<>();
    private final Set<String> plain = new LinkedHashSet<>();
    private final Set<String> decorations = new LinkedHashSet<>();
    private final List<String> masks = new ArrayList<>();
    private final Set<String> vocabulary = new LinkedHashSet<>();

    private Lexicon() {}

    static Lexicon load() {
        Lexicon lexicon = new Lexicon();
        try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.txt")) {
            if (in == null) {
                throw new IllegalStateException("lexicon.txt is missing from the jar");
            }
            lexicon.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lexicon;
    }

    private void read(List<String> lines) {
        String section = "";
        Intent intent = Intent.VAGUE;
        for (String line : lines) {
            Matcher head = SECTION.matcher(line.strip());
            if (line.isBlank() || (line.startsWith("#") && !section.equals("none"))) {
                continue;
            }
            if (head.matches()) {
                section = head.group(1);
                if (section.equals("intent")) {
                    intent = Intent.valueOf(head.group(2).toUpperCase(Locale.ROOT));
                }
                continue;
            }
            entry(section, intent, line.strip());
        }
    }

    private void entry(String section, Intent intent, String line) {
        switch (section) {
            case "intent" -> feature(intent, line);
            case "synonyms" -> {
                synonyms.add(Set.of(line.split("\\s+")));
                vocabulary.addAll(List.of(line.split("\\s+")));
            }
            case "process" -> {
                String[] sides = line.split("\\s*:\\s*");
                for (String word : sides[0].split("\\s+")) {
                    processes.put(word, List.of(sides[1].split("\\s+")));
                    vocabulary.add(word);
                }
            }
            case "plain" -> plain.addAll(List.of(line.split("\\s+")));
            case "decorations" -> decorations.addAll(List.of(line.split("\\s+")));
            case "masks" -> masks.add(line);
            default -> throw new IllegalStateException("lexicon.txt has an unknown section " + section);
        }
    }

    private void feature(Intent intent, String line) {
        IntentFeatures known = intents.get(intent);
        if (known == null) {
            intents.put(intent, new IntentFeatures(Double.parseDouble(line), new ArrayList<>()));
            return;
        }
        int space = line.indexOf(' ');
        String pattern = line.substring(space + 1);
        known.features().add(new Feature(Double.parseDouble(line.substring(0, space)), Pattern.compile(pattern)));
        Matcher words = WORD.matcher(pattern);
        while (words.find()) {
            vocabulary.add(words.group());
        }
    }

    Map<Intent, IntentFeatures> intents() {
        return intents;
    }

    /** Words that mean the same as this one, itself left out. */
    Set<String> synonyms(String word) {
        String singular = NameForms.singular(word);
        Set<String> same = new LinkedHashSet<>();
        for (Set<String> group : synonyms) {
            if (group.contains(singular) || group.contains(word)) {
                same.addAll(group);
            }
        }
        same.remove(singular);
        same.remove(word);
        return same;
    }

    /** Words that name the events of a business process, empty when the word is no process. */
    List<String> process(String word) {
        return processes.getOrDefault(word, List.of());
    }

    boolean plain(String word) {
        return plain.contains(word);
    }

    /** Whether the word, added to a table's name, says nothing about what the table holds. */
    boolean decoration(String word) {
        return decorations.contains(word);
    }

    List<String> masks() {
        return masks;
    }

    /** Every word the planner understands, for the correction of misspellings. */
    boolean known(String word) {
        return plain.contains(word)
                || vocabulary.contains(word)
                || vocabulary.contains(NameForms.singular(word))
                || processes.containsKey(word);
    }

    Set<String> vocabulary() {
        return vocabulary;
    }

    Set<String> plainWords() {
        return plain;
    }
}
