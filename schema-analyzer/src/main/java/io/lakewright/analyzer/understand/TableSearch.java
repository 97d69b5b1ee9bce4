package io.lakewright.analyzer.understand;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds tables by words of a question: in their names first, then in their columns and comments. */
public final class TableSearch {

    private static final double NAME = 1.0;
    private static final double NAME_PART = 0.7;
    private static final double COLUMN = 0.35;
    private static final double COMMENT = 0.3;

    private TableSearch() {}

    /**
     * A table that fits a query.
     *
     * @param score 0 to 1
     * @param why which words were found where
     */
    public record Hit(SourceTable table, double score, String why) {}

    /** The best tables, at most {@code limit}; empty when no word is found anywhere. */
    public static List<Hit> search(SourceSchema schema, String query, int limit) {
        Set<String> words = NameIndex.words(query);
        List<Hit> hits = new ArrayList<>();
        for (SourceTable table : schema.tables()) {
            Hit hit = hit(table, words);
            if (hit.score() > 0) {
                hits.add(hit);
            }
        }
        return hits.stream()
                .sorted(Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparing(hit -> -hit.table().rowCount().orElse(0L))
                        .thenComparing(hit -> hit.table().name().text()))
                .limit(limit)
                .toList();
    }

    private static Hit hit(SourceTable table, Set<String> words) {
        String subject = NameParts.subject(table.name().table());
        List<String> parts =
                Names.words(table.name().table()).stream().map(Names::singular).toList();
        double total = 0;
        List<String> reasons = new ArrayList<>();
        for (String word : words) {
            double best = 0;
            String reason = "";
            if (subject.equals(word) || String.join("", words).equals(subject)) {
                best = NAME;
                reason = "the table is named " + table.name().table();
            } else if (parts.contains(word) || word.length() > 3 && subject.contains(word)) {
                best = NAME_PART;
                reason = "\"" + word + "\" is part of its name";
            } else {
                for (Column column : table.columns()) {
                    if (NameParts.flat(column.name()).contains(word) && word.length() > 2 && best < COLUMN) {
                        best = COLUMN;
                        reason = "column " + column.name();
                    }
                }
                if (best == 0 && commented(table, word)) {
                    best = COMMENT;
                    reason = "\"" + word + "\" stands in a comment";
                }
            }
            if (best > 0 && !reasons.contains(reason)) {
                reasons.add(reason);
            }
            total += best;
        }
        double score = words.isEmpty() ? 0 : Math.round(100 * total / words.size()) / 100.0;
        return new Hit(table, score, String.join("; ", reasons));
    }

    private static boolean commented(SourceTable table, String word) {
        return word.length() > 2
                && (table.comment().filter(text -> holds(text, word)).isPresent()
                        || table.columns().stream()
                                .anyMatch(column -> column.comment()
                                        .filter(text -> holds(text, word))
                                        .isPresent()));
    }

    private static boolean holds(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
