package io.lakewright.core.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReservedWordsTest {

    @Test
    void knowsReservedWordsInAnyCase() {
        assertThat(ReservedWords.contain("Lateral")).isTrue();
        assertThat(ReservedWords.needQuotes("LATERAL")).isTrue();
    }

    @Test
    void takesWordsOfClausesForNamesThatNeedQuotesInStatements() {
        assertThat(ReservedWords.contain("Cluster")).isFalse();
        assertThat(ReservedWords.needQuotes("Cluster")).isTrue();
    }

    @Test
    void leavesPlainNamesAlone() {
        assertThat(ReservedWords.contain("orders")).isFalse();
        assertThat(ReservedWords.needQuotes("orders")).isFalse();
    }
}
