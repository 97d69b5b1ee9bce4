package io.lakewright.core.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Größe, groesse",
        "Straße, strasse",
        "ÄnderungsDatum, aenderungs_datum",
        "GRÖSSE, groesse",
        "ÜBERSCHUSS_KZ, ueberschuss_kz",
        "KundenÜbersicht, kunden_uebersicht",
        "Año, ano",
        "prénom, prenom",
        "Číslo účtu, cislo_uctu",
        "Łódź, lodz",
        "Ærø, aeroe",
        "OrderLine_ID, order_line_id"
    })
    void lettersWithMarksAreSpelledOutAndCutNoWord(String name, String snake) {
        assertThat(Names.snake(name)).isEqualTo(snake);
    }
}
