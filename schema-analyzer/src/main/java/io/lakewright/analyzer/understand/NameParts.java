package io.lakewright.analyzer.understand;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names without their decoration: case, separators, plural endings and the prefix that all columns of a table share, such
 * as {@code l_} in {@code l_orderkey}.
 */
final class NameParts {

    private static final List<String> KEY_ENDINGS =
            List.of("identifier", "number", "code", "uuid", "guid", "key", "num", "id", "nr", "no", "sk", "pk", "fk");
    private static final Set<String> TABLE_PREFIXES =
            Set.of("tbl", "t", "dim", "fact", "fct", "d", "f", "ref", "lkp", "lookup", "m", "stg", "src", "tb", "dw");

    private static final Set<String> TABLE_SUFFIXES =
            Set.of("dim", "dimension", "fact", "fct", "tbl", "table", "entity");

    private static final int FEWEST_PREFIXED = 4;
    private static final int MOST_PERCENT = 80;

    private NameParts() {}

    /** Lower case without separators. */
    static String flat(String name) {
        StringBuilder flat = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                flat.append(Character.toLowerCase(c));
            }
        }
        return flat.toString();
    }

    /**
     * The thing a table is about: flat, singular, without a prefix or suffix that only says that it is a table: {@code
     * tbl_Order_Lines} gives orderline, {@code date_dim} date.
     */
    static String subject(String table) {
        List<String> named = subjectWords(table);
        return named.isEmpty() ? flat(table) : String.join("", named);
    }

    /** The words of {@link #subject}, the last one singular. */
    static List<String> subjectWords(String table) {
        return subjectWords(table, "");
    }

    /**
     * The word with which most tables of a schema begin and that therefore says nothing, such as {@code wp} of {@code
     * wp_posts}; empty when there is none.
     */
    static String schemaPrefix(Collection<String> tables) {
        Map<String, Integer> counts = new HashMap<>();
        for (String table : tables) {
            List<String> words = Names.words(table);
            if (words.size() > 1 && table.contains("_")) {
                counts.merge(words.getFirst(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry ->
                        entry.getValue() >= FEWEST_PREFIXED && entry.getValue() * 100 >= tables.size() * MOST_PERCENT)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** @param schemaPrefix that of {@link #schemaPrefix} */
    static List<String> subjectWords(String table, String schemaPrefix) {
        List<String> all = Names.words(table);
        List<String> words = all.size() > 1 && all.getFirst().equals(schemaPrefix) ? all.subList(1, all.size()) : all;
        int from = words.size() > 1 && TABLE_PREFIXES.contains(words.getFirst()) ? 1 : 0;
        int to = words.size() - from > 1 && TABLE_SUFFIXES.contains(words.getLast()) ? words.size() - 1 : words.size();
        List<String> named = words.subList(from, to);
        if (named.isEmpty()) {
            return List.of(flat(table));
        }
        // uom_uom, account_account: modules that repeat their name.
        boolean repeated = named.size() == 2 && named.getFirst().equals(named.getLast());
        String joined = String.join("_", repeated ? named.subList(1, 2) : named);
        return List.of(Names.singular(joined).split("_", -1));
    }

    /** The prefix, with its underscore, that every column of the table has; empty when there is none. */
    static String columnPrefix(SourceTable table) {
        Set<String> prefixes = new HashSet<>();
        for (Column column : table.columns()) {
            int cut = column.name().indexOf('_');
            if (cut < 1 || cut > 3) {
                return "";
            }
            prefixes.add(column.name().substring(0, cut + 1).toLowerCase(Locale.ROOT));
        }
        return table.columns().size() > 1 && prefixes.size() == 1
                ? prefixes.iterator().next()
                : "";
    }

    /** A column name, flat and without the table's column prefix. */
    static String bare(String column, String prefix) {
        boolean prefixed = !prefix.isEmpty() && column.toLowerCase(Locale.ROOT).startsWith(prefix);
        return flat(prefixed ? column.substring(prefix.length()) : column);
    }

    /** The words of a column's name without the table's column prefix. */
    static List<String> bareWords(String column, String prefix) {
        boolean prefixed = !prefix.isEmpty() && column.toLowerCase(Locale.ROOT).startsWith(prefix);
        return Names.words(prefixed ? column.substring(prefix.length()) : column);
    }

    /** A flat name without a key ending such as id or key; the name itself when nothing would be left. */
    static String stem(String flat) {
        for (String ending : KEY_ENDINGS) {
            if (flat.length() > ending.length() && flat.endsWith(ending)) {
                return flat.substring(0, flat.length() - ending.length());
            }
        }
        return flat;
    }

    static boolean hasKeyEnding(String flat) {
        return KEY_ENDINGS.stream().anyMatch(flat::endsWith);
    }

    static boolean containsAny(String flat, String... parts) {
        for (String part : parts) {
            if (flat.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
