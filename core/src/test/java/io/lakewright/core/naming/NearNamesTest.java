package io.lakewright.core.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {

    @ParameterizedTest
    @CsvSource({"order, order, 0", "order, ordre, 1", "order, orders, 1", "color, colour, 1", "'', ab, 2", "ab, cd, 2"})
    void countsASwapOfNeighboursAsOneEdit(String one, String other, int edits) {
        assertThat(NearNames.distance(one, other)).isEqualTo(edits);
        assertThat(NearNames.distance(other, one)).isEqualTo(edits);
        assertThat(NearNames.areWithin(one, other, edits)).isTrue();
        assertThat(NearNames.areWithin(one, other, edits - 1)).isFalse();
    }

    @Test
    void offersTheNearestFirstWhateverTheCase() {
        List<String> known = List.of("dim_customer", "dim_product", "Dim_Prodcut_Category", "fact_sales");

        assertThat(NearNames.of("DIM_PRODCUT", known, 2)).containsExactly("dim_product", "Dim_Prodcut_Category");
    }

    @Test
    void offersNothingForAWordThatSharesNothing() {
        assertThat(NearNames.of("weather", List.of("dim_customer", "id"), 3)).isEmpty();
        assertThat(NearNames.of("", List.of("a"), 3)).isEmpty();
    }

    @Test
    void spendsNoTimeOnNamesThatAreNoTypingMistake() {
        String endless = "x".repeat(1_000_000);

        assertThat(NearNames.of(endless, List.of("x", endless + "y"), 3)).isEmpty();
        assertThat(NearNames.distance(endless, "x")).isEqualTo(1_000_000);
    }
}
