package io.lakewright.sql.node;

import io.lakewright.core.Problem;

/**
 * A name of a catalog, schema, table, column or alias. It is always written between back-ticks.
 *
 * <p>Names that Delta refuses without column mapping (databricks.md T-07) and control characters raise LW-1201.
 */
public record Identifier(String name) {

    private static final String REFUSED = " ,;{}()\n\t=";
    private static final int LONGEST = 255;

    public Identifier {
        boolean broken = name.isEmpty()
                || name.length() > LONGEST
                || name.chars().anyMatch(c -> REFUSED.indexOf(c) >= 0 || Character.isISOControl(c));
        if (broken) {
            throw Problem.invalid(
                            "LW-1201",
                            "\"" + printable(name) + "\" cannot be the name of a table or column.",
                            "Choose a name without spaces, commas, semicolons, brackets, braces, equal signs or control characters.")
                    .exception();
        }
    }

    public static Identifier of(String name) {
        return new Identifier(name);
    }

    /** Whether the name can be used as it is. */
    static boolean takes(char c) {
        return REFUSED.indexOf(c) < 0 && !Character.isISOControl(c);
    }

    /** The quoted form; a back-tick inside is doubled. */
    public String text() {
        return "`" + name.replace("`", "``") + "`";
    }

    /** The nearest name that is allowed: every refused character becomes an underscore. */
    public static Identifier nearest(String name) {
        StringBuilder allowed = new StringBuilder();
        for (char c : name.toCharArray()) {
            allowed.append(takes(c) ? c : '_');
        }
        return new Identifier(allowed.isEmpty() ? "_" : allowed.toString());
    }

    private static String printable(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return shown.length() <= 80 ? shown : shown.substring(0, 80) + "...";
    }
}
