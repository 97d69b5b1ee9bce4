package io.lakewright.optimizer.statement;

import io.lakewright.core.naming.ReservedWords;
import io.lakewright.sql.node.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name of one to three levels, or a column with its path into a struct. Plain names are printed bare, as people write
 * them; every other name is quoted by {@link Identifier}, which refuses what Delta refuses.
 */
public record SqlName(List<String> parts) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public SqlName {
        parts = List.copyOf(parts);
        parts.forEach(Identifier::of);
    }

    /** Reads {@code a.b.c}, each part with or without back-ticks. */
    public static SqlName of(String text) {
        return new SqlName(Arrays.stream(text.strip().split("\\.", -1))
                .map(String::strip)
                .map(SqlName::unquoted)
                .toList());
    }

    private static String unquoted(String part) {
        boolean quoted = part.length() > 2 && part.startsWith("`") && part.endsWith("`");
        return quoted ? part.substring(1, part.length() - 1).replace("``", "`") : part;
    }

    /** The same name with something added to its last part. */
    public SqlName withSuffix(String suffix) {
        List<String> changed = new ArrayList<>(parts);
        changed.set(changed.size() - 1, changed.getLast() + suffix);
        return new SqlName(changed);
    }

    public String text() {
        return parts.stream().map(SqlName::written).collect(Collectors.joining("."));
    }

    private static String written(String part) {
        boolean plain = PLAIN.matcher(part).matches() && !ReservedWords.needQuotes(part);
        return plain ? part : Identifier.of(part).text();
    }

    static String list(List<SqlName> names) {
        return names.stream().map(SqlName::text).collect(Collectors.joining(", ", "(", ")"));
    }
}
