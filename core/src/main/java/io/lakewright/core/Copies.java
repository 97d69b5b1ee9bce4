package io.lakewright.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Immutable copies for compact constructors; what a document leaves out becomes empty instead of null. */
public final class Copies {

    private Copies() {}

    public static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Keeps the order of the entries, so that what is printed from it is stable. */
    public static <K, V> Map<K, V> map(@Nullable Map<K, V> values) {
        return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    // Records are also built from documents, where an absent property arrives as null.
    @SuppressWarnings("OptionalAssignedToNull")
    public static <T> Optional<T> optional(@Nullable Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
