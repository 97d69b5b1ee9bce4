package io.lakewright.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private final List<Integer> all = IntStream.range(0, 25).boxed().toList();

    @Test
    void visitsEveryItemOnce() {
        List<Integer> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Integer> page = Page.of(all, cursor, 10);
            seen.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor.isPresent());

        assertThat(seen).isEqualTo(all);
    }

    @Test
    void refusesACursorOfAnotherList() {
        Optional<String> cursor = Page.of(all, Optional.empty(), 10).nextCursor();

        assertThatThrownBy(() -> Page.of(all.subList(0, 24), cursor, 10)).hasMessageContaining("LW-1304");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "LTEvMjU", "OTk5OTk5OTk5OTk5LzI1", "%"})
    void refusesACursorThatIsNone(String cursor) {
        assertThatThrownBy(() -> Page.of(all, Optional.of(cursor), 10)).hasMessageContaining("LW-1304");
    }
}
