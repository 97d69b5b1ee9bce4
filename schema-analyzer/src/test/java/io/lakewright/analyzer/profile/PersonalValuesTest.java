package io.lakewright.analyzer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "someone@example.org",
                "please write to someone@example.org, thanks",
                "+44 20 7946 0958",
                "(206) 555-0143",
                "219-09-9999",
                "DE89 3704 0044 0532 0130 00",
                "4111 1111 1111 1111",
                "192.0.2.17"
            })
    void recognisesWhatIdentifiesPeople(String value) {
        assertThat(PersonalValues.isPersonal(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31",
                "2026-01-31 10:20:30",
                "SKU-0000123",
                "4111 1111 1111 1112",
                "1234567",
                "0000000000000",
                "10.50",
                "8471.30.01",
                "DE89 3704 0044 0532 0130 01",
                "a @ b",
                "Berlin"
            })
    void passesCodesDatesAndAmounts(String value) {
        assertThat(PersonalValues.isPersonal(value)).isFalse();
    }

    @Test
    void takesAColumnForPersonalFromATenthOfItsValuesOn() {
        assertThat(PersonalValues.reason(List.of("x", "y", "z", "me@example.org")))
                .contains("its values look like mail addresses");
        assertThat(PersonalValues.reason(List.of("x", "y", "z"))).isEmpty();
        assertThat(PersonalValues.reason(List.of())).isEmpty();
    }
}
