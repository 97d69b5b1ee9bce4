package io.lakewright.proof.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values in the order of some columns; null is NULL. Equal rows have equal values, so a row also serves as a key. */
public record Row(List<@Nullable String> values) {

    public Row {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public @Nullable String get(int position) {
        return values.get(position);
    }

    public boolean containsNull() {
        return values.contains(null);
    }

    public boolean isAllNull() {
        return values.stream().allMatch(value -> value == null);
    }

    /** The same row with one other value. */
    Row with(int position, @Nullable String value) {
        List<@Nullable String> changed = new ArrayList<>(values);
        changed.set(position, value);
        return new Row(changed);
    }
}
