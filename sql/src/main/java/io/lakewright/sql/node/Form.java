package io.lakewright.sql.node;

/** What a tree is written as: SQL that runs, or a Jinja2 template that renders to exactly that SQL. */
public enum Form {
    TEXT,
    TEMPLATE;

    /** Fixed text as it must stand so that a template renders to it. */
    public String fixed(String text) {
        if (this == TEXT) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean opens = text.charAt(i) == '{' && i + 1 < text.length() && "{%#".indexOf(text.charAt(i + 1)) >= 0;
            safe.append(opens ? "{{ '{' }}" : String.valueOf(text.charAt(i)));
        }
        return safe.toString();
    }
}
