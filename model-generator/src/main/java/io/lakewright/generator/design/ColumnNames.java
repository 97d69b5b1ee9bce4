package io.lakewright.generator.design;

import io.lakewright.core.naming.Names;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives target columns their names, table by table.
 *
 * <p>A column keeps its source name if that is a plain lower-case identifier, else takes its snake form (N-01, N-02,
 * N-07 of databricks.md); a name that is taken is told apart. Not safe for concurrent use.
 */
public final class ColumnNames {

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int LONGEST = 63;

    private final Set<String> taken = new LinkedHashSet<>();

    /**
     * @param reserved names that the table has for itself
     */
    public ColumnNames(Collection<String> reserved) {
        taken.addAll(reserved);
    }

    /** The form of a source column's name that needs no quotes. */
    public static String plain(String sourceName) {
        String name = PLAIN.matcher(sourceName).matches() ? sourceName : Names.snake(sourceName);
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    /** A free name for the source column; it is taken from now on. */
    public String take(String sourceName) {
        String wanted = plain(sourceName);
        String name = taken.contains(wanted) ? plain("source_" + wanted) : wanted;
        for (int number = 2; !taken.add(name); number++) {
            String suffix = "_" + number;
            name = wanted.substring(0, Math.min(wanted.length(), LONGEST - suffix.length())) + suffix;
        }
        return name;
    }
}
