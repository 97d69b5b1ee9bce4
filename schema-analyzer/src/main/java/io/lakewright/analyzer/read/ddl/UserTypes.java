package io.lakewright.analyzer.read.ddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types that a script makes itself, and what they stand for. */
final class UserTypes {

    private static final Pattern ARRAY = Pattern.compile("(.*?)((?:\\[\\d*])+)");
    private static final Pattern LISTED = Pattern.compile("(?is)(?:enum|set)\\s*\\((.*)\\)");
    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*+)'");

    private final Map<String, TypeAlias> types = new HashMap<>();

    /**
     * What a type of the script stands for.
     *
     * @param base its base type
     * @param notNull whether it excludes NULL
     * @param labels of an enumeration
     */
    record TypeAlias(String base, boolean notNull, List<String> labels) {

        TypeAlias {
            labels = List.copyOf(labels);
        }
    }

    /** What a written type stands for; arrays of such a type are arrays of its base. */
    Optional<TypeAlias> alias(String written) {
        String name = TypeText.lower(written.replace("\"", ""));
        @Nullable TypeAlias known = types.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Matcher array = ARRAY.matcher(name);
        return array.matches()
                ? Optional.ofNullable(types.get(array.group(1).strip()))
                        .map(element -> new TypeAlias(element.base() + "[]", false, element.labels()))
                : Optional.empty();
    }

    /** The labels that a type lists itself, as those of MySQL do. */
    static List<String> listed(String type) {
        Matcher listed = LISTED.matcher(type.strip());
        if (!listed.matches()) {
            return List.of();
        }
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(listed.group(1));
        while (label.find()) {
            labels.add(label.group(1).replace("''", "'"));
        }
        return labels;
    }

    /** {@code CREATE TYPE}: an enumeration, or another name of SQL Server for a type. */
    boolean createType(DdlTokens tokens) {
        List<String> name = tokens.qualifiedName();
        if (name.isEmpty()) {
            return false;
        }
        if (tokens.accept("as", "enum")) {
            alias(name, new TypeAlias("text", false, labels(tokens)));
        } else if (tokens.accept("from")) {
            boolean notNull = tokens.contains("not", "null");
            alias(name, new TypeAlias(TypeText.lower(ColumnType.read(tokens)), notNull, List.of()));
        }
        return true;
    }

    /** {@code CREATE DOMAIN}: a type with conditions; only whether it excludes NULL counts here. */
    boolean createDomain(DdlTokens tokens) {
        List<String> name = tokens.qualifiedName();
        tokens.accept("as");
        boolean notNull = tokens.contains("not", "null");
        String base = ColumnType.read(tokens);
        if (name.isEmpty() || base.isEmpty()) {
            return false;
        }
        TypeAlias known =
                alias(base).orElseGet(() -> new TypeAlias(PostgresTypeNames.canonical(base), false, List.of()));
        alias(name, new TypeAlias(known.base(), notNull || known.notNull(), known.labels()));
        return true;
    }

    private void alias(List<String> name, TypeAlias alias) {
        types.put(String.join(".", name).toLowerCase(Locale.ROOT), alias);
        types.put(name.getLast().toLowerCase(Locale.ROOT), alias);
    }

    private static List<String> labels(DdlTokens tokens) {
        return tokens.elements().stream()
                .flatMap(element -> element.string().stream())
                .toList();
    }
}
