package io.lakewright.runtime.cli;

/** Text as a terminal may show it. */
final class PlainText {

    private PlainText() {}

    /** Names and comments come from elsewhere; control characters must not steer the terminal (threats.md row 27). */
    static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
            if (!control && Character.getType(point) != Character.FORMAT) {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }
}
