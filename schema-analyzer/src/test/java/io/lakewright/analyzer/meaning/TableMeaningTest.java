package io.lakewright.analyzer.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.read.ddl.DdlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableMeaningTest {

    private static final String INN = """
            CREATE TABLE guest (guest_no integer PRIMARY KEY, full_name text, email text);
            CREATE TABLE dish (dish_code varchar(8) PRIMARY KEY, title text);
            CREATE TABLE bill (bill_no bigint PRIMARY KEY, guest_no integer REFERENCES guest, billed_on date,
              total numeric(12,2));
            CREATE TABLE bill_line (bill_no bigint REFERENCES bill, line_no smallint, dish_code varchar(8) REFERENCES dish,
              revision_no smallint, reorder_level smallint, quantity integer, unit_price numeric(8,2), tax numeric(8,2), bill_total numeric(12,2), voucher_no text,
              PRIMARY KEY (bill_no, line_no));
            CREATE TABLE cellar_stock (dish_code varchar(8) REFERENCES dish, counted_on date, on_hand integer,
              PRIMARY KEY (dish_code, counted_on));
            CREATE TABLE visit (guest_no integer REFERENCES guest, dish_code varchar(8) REFERENCES dish, seen_at timestamp,
              amount numeric(8,2));
            """;

    private static TableMeaning of(String table) {
        SchemaUnderstanding understanding =
                SchemaUnderstanding.of(DdlReader.read(INN, "inn", "inn.sql").schema());
        return TableMeaning.of(
                understanding, understanding.schema().named(table).getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "guest, one row per guest",
        "bill_line, 'one row per line of bill (bill_no, line_no)'",
        "cellar_stock, one row per dish and counted on",
        "visit, ''"
    })
    void saysWhatOneRowStandsFor(String table, String words) {
        assertThat(of(table).grain().words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "bill_line, quantity, ADDITIVE",
        "bill_line, unit_price, NON_ADDITIVE",
        "bill_line, bill_total, NON_ADDITIVE",
        "cellar_stock, on_hand, SEMI_ADDITIVE",
        "visit, amount, ADDITIVE"
    })
    void saysHowMeasuresAddUp(String table, String column, String additivity) {
        assertThat(of(table).measures())
                .filteredOn(measure -> measure.column().equals(column))
                .extracting(measure -> measure.kind().additivity().name())
                .containsExactly(additivity);
    }

    @Test
    void findsTheDateOfALineInItsDocument() {
        assertThat(of("bill_line").eventDates()).containsExactly("public.bill.billed_on");
        assertThat(of("bill").eventDates()).containsExactly("billed_on");
        assertThat(of("guest").eventDates()).as("a dimension has no events").isEmpty();
    }

    @Test
    void keepsTheNumbersOfDocumentsInTheFact() {
        assertThat(of("bill_line").degenerate()).containsExactly("bill_no", "line_no", "voucher_no");
    }

    @Test
    void asksByWhatTheBusinessKnowsARowThatOnlyHasANumber() {
        SchemaUnderstanding understanding = SchemaUnderstanding.of(DdlReader.read(
                        "CREATE TABLE shelf (shelf_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "
                                + "shelf_name text NOT NULL, room text, height text, shelf_code text NOT NULL); "
                                + "CREATE TABLE pot (pot_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "
                                + "pot_name text NOT NULL, glaze text, form text, shelf_id integer REFERENCES shelf);",
                        "store",
                        "store.sql")
                .schema());

        TableMeaning shelf =
                TableMeaning.of(understanding, understanding.schema().tables().getFirst());
        TableMeaning pot =
                TableMeaning.of(understanding, understanding.schema().tables().getLast());

        assertThat(shelf.question())
                .hasValueSatisfying(question -> assertThat(question.options())
                        .as("codes before names")
                        .containsExactly("shelf_code", "shelf_name", "shelf_id"));
        assertThat(pot.question()).as("nothing refers to pots").isEmpty();
    }

    @Test
    void asksWhatIsNotSure() {
        assertThat(of("visit").question())
                .hasValueSatisfying(question -> assertThat(question.text())
                        .isEqualTo(
                                "Which columns tell the rows of public.visit apart? No key is declared or was found."));
        assertThat(of("bill_line").question())
                .hasValueSatisfying(question ->
                        assertThat(question.text()).isEqualTo("Is tax of public.bill_line a rate or an amount?"));
        assertThat(of("guest").question()).isEmpty();
    }
}
