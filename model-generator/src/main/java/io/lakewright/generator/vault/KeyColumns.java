package io.lakewright.generator.vault;

import java.util.Collection;
import java.util.List;

/** Compares sets of key columns by name, without regard to case. */
final class KeyColumns {

    private KeyColumns() {}

    static boolean contains(Collection<String> columns, Collection<String> wanted) {
        return wanted.stream().allMatch(w -> columns.stream().anyMatch(w::equalsIgnoreCase));
    }

    static boolean same(Collection<String> left, Collection<String> right) {
        return left.size() == right.size() && contains(left, right);
    }

    /** Where a column stands. */
    static int position(List<String> columns, String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(column + " is none of " + columns);
    }
}
