package io.lakewright.analyzer.read.ddl;

import java.util.Locale;

/** Types as catalogs print them: lower case, without blanks that mean nothing; the labels of an enum stay as they are. */
final class TypeText {

    private TypeText() {}

    static String lower(String written) {
        String[] parts = written.strip().split("'", -1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            boolean label = i % 2 == 1;
            text.append(i == 0 ? "" : "'").append(label ? parts[i] : plain(parts[i]));
        }
        return text.toString();
    }

    private static String plain(String part) {
        return part.toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([(,<>:]) ?", "$1")
                .replace(" )", ")");
    }
}
