package io.lakewright.analyzer.profile;

/** The shape of a text: letters as {@code A} and {@code a}, digits as {@code 9}, all else as it is. */
final class ValueShape {

    private static final int LONGEST = 24;

    private ValueShape() {}

    /** Long runs are written once with a plus; what is too long ends in dots. It tells nothing of letters and digits. */
    static String of(String value) {
        StringBuilder exact = new StringBuilder();
        StringBuilder runs = new StringBuilder();
        int[] points = value.codePoints().limit(200).map(ValueShape::kind).toArray();
        for (int i = 0; i < points.length; i++) {
            exact.appendCodePoint(points[i]);
            boolean repeats = i > 0 && points[i] == points[i - 1];
            boolean third = i > 1 && repeats && points[i] == points[i - 2];
            if (!repeats) {
                runs.appendCodePoint(points[i]);
            } else if (!third) {
                runs.append('+');
            }
        }
        String shape = exact.length() <= LONGEST && points.length < 200 ? exact.toString() : runs.toString();
        return shape.length() <= LONGEST ? shape : shape.substring(0, LONGEST) + "...";
    }

    private static int kind(int point) {
        if (Character.isDigit(point)) {
            return '9';
        }
        if (Character.isUpperCase(point)) {
            return 'A';
        }
        if (Character.isLetter(point)) {
            return 'a';
        }
        return Character.isWhitespace(point) || Character.isISOControl(point) ? ' ' : point;
    }
}
