package io.lakewright.analyzer.meaning;

import io.lakewright.core.naming.Names;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An amount of a whole document that stands on each of its lines, by its name and the grain (K23 of modeling.md): summed
 * over lines it is counted once a line.
 */
public final class DocumentTotal {

    private static final String DOCUMENT = "(purchaseorder|salesorder|order|orders|ord|invoice|inv|bill|document|doc|"
            + "header|hdr|receipt|basket|cart|voucher)";
    private static final String TOTAL = "(grand|net|gross)?(sub)?(total|totalprice|totalamount|totalamt|totaldue|"
            + "totalvalue|amount|amt|value|totaltax|totaldiscount)";
    private static final Pattern NAMED = Pattern.compile(
            DOCUMENT + TOTAL + "|(sub)?total(price|amount|value)?(of|per|by)?" + DOCUMENT + "|grandtotal");
    private static final Set<String> LINE_WORDS =
            Set.of("line", "lines", "item", "items", "detail", "details", "position", "positions");
    private static final Set<String> NUMBERS = Set.of("line", "item", "position", "pos", "sequence", "seq", "detail");

    private DocumentTotal() {}

    /** Whether the column's name says that it holds an amount of the whole document. */
    public static boolean isNamed(String column) {
        List<String> words = Names.words(column);
        boolean ofLine = words.stream().anyMatch(LINE_WORDS::contains);
        return !ofLine
                && (NAMED.matcher(String.join("", words)).matches()
                        || words.size() > 1
                                && NAMED.matcher(String.join("", words.subList(1, words.size())))
                                        .matches());
    }

    /**
     * Whether rows are lines of something larger.
     *
     * @param table the name of the table that drives them
     * @param key the columns that identify a row
     */
    public static boolean isLine(String table, List<String> key) {
        boolean numbered = key.size() > 1
                && key.stream()
                        .flatMap(column -> Names.words(column).stream())
                        .anyMatch(word -> word.startsWith("line") || NUMBERS.contains(word));
        return numbered || Names.words(table).stream().anyMatch(LINE_WORDS::contains);
    }
}
