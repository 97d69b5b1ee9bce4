package io.lakewright.mcp;

import io.lakewright.core.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A part of a long list, with the cursor that asks for the next part.
 *
 * @param nextCursor opaque to callers; empty on the last page
 * @param total how many items the whole list has
 */
public record Page<T>(List<T> items, Optional<String> nextCursor, int total) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page at a cursor, or the first one.
     *
     * @throws io.lakewright.core.ProblemException LW-1304 when the cursor is not one of ours or the list has changed
     */
    public static <T> Page<T> of(List<T> all, Optional<String> cursor, int size) {
        int from = cursor.map(text -> offset(text, all.size())).orElse(0);
        int to = Math.min(all.size(), from + size);
        Optional<String> next = to < all.size() ? Optional.of(cursor(to, all.size())) : Optional.empty();
        return new Page<>(all.subList(from, to), next, all.size());
    }

    /**
     * The page at a cursor, or the first one, with as many items as fit; one item always does.
     *
     * @param most how many items at most
     * @param size how much of the room an item takes
     * @param room how much there is
     * @throws io.lakewright.core.ProblemException LW-1304 when the cursor is not one of ours or the list has changed
     */
    public static <T> Page<T> fitting(List<T> all, Optional<String> cursor, int most, ToIntFunction<T> size, int room) {
        int from = cursor.map(text -> offset(text, all.size())).orElse(0);
        long taken = 0;
        int to = from;
        while (to < all.size() && to - from < most) {
            taken += size.applyAsInt(all.get(to));
            if (to > from && taken > room) {
                break;
            }
            to++;
        }
        return of(all, cursor, Math.max(1, to - from));
    }

    private static String cursor(int offset, int total) {
        String text = offset + "/" + total;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static int offset(String cursor, int total) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int slash = text.indexOf('/');
            int offset = Integer.parseInt(text, 0, slash, 10);
            int then = Integer.parseInt(text, slash + 1, text.length(), 10);
            if (then == total && offset >= 0 && offset <= total) {
                return offset;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Reported below like any other cursor that does not fit.
        }
        throw Problem.invalid(
                        "LW-1304",
                        "The cursor does not belong to this list, or the list has changed.",
                        "Ask again without cursor.")
                .exception();
    }
}
