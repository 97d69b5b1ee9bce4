package io.lakewright.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.analyzer.read.JsonFactsReader;
import io.lakewright.analyzer.read.JsonFactsWriter;
import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.analyzer.understand.ExtractionAdvice;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.TableExtraction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidExtractionsTest {

    private static final SourceSchema INN = DdlReader.read(
                    "CREATE TABLE stay (no int PRIMARY KEY, updated_at timestamp NOT NULL, is_deleted boolean); "
                            + "CREATE TABLE room (no int PRIMARY KEY, beds int);",
                    "inn",
                    "inn.sql")
            .schema();

    private static String words(SourceSchema schema, String table) {
        return schema.named(table)
                .getFirst()
                .extraction()
                .map(TableExtraction::words)
                .orElse("nothing is known");
    }

    @ParameterizedTest
    @CsvSource({
        "stay=full, all rows every time; deleted rows are absent",
        "stay=delta:UPDATED_AT, changed rows after updated_at; deletes do not show",
        "stay=delta, changed rows after updated_at; deletes do not show",
        "stay=cdc, a change feed; deletes are records of the feed",
        "'stay=delta:updated_at,deletes=marked:is_deleted', changed rows after updated_at; is_deleted marks deleted rows",
        "'public.stay = full, deletes=none', all rows every time; deletes do not show",
        "'*=cdc:updated_at,deletes=none', nothing is known",
    })
    void recordsWhatWasSaid(String said, String words) {
        if (said.startsWith("*")) {
            assertThatThrownBy(() -> SaidExtractions.record(INN, List.of(said)))
                    .hasMessageContaining("public.room has no column \"updated_at\"");
            return;
        }
        SourceSchema known = SaidExtractions.record(INN, List.of(said));
        assertThat(words(known, "stay")).isEqualTo(words);
        assertThat(words(known, "room")).isEqualTo("nothing is known");
    }

    @Test
    void takesWhatIsSaidOfOneTableBeforeWhatIsSaidOfAll() {
        SourceSchema known = SaidExtractions.record(INN, List.of("stay=cdc", "*=full"));
        assertThat(words(known, "stay")).startsWith("a change feed");
        assertThat(words(known, "room")).startsWith("all rows");
    }

    @ParameterizedTest
    @CsvSource({
        "stay, does not say how a table is extracted",
        "stay=sometimes, does not say how a table is extracted",
        "'stay=full,gone=yes', does not say how a table is extracted",
        "stayz=full, There is no table \"stayz\"",
        "stay=delta:updatedat, has no column \"updatedat\"",
        "room=delta, No column of public.room tells which rows have changed",
        "'stay=full,deletes=marked', does not say how a table is extracted",
    })
    void refusesWhatMakesNoSense(String said, String message) {
        assertThatThrownBy(() -> SaidExtractions.record(INN, List.of(said))).hasMessageContaining(message);
    }

    @Test
    void keepsItInSchemaFactsAndAsksNoMore() {
        SourceSchema known = SaidExtractions.record(INN, List.of("stay=delta,deletes=marked:is_deleted"));
        SourceSchema again =
                JsonFactsReader.read(JsonFactsWriter.write(known), "inn").schema();
        assertThat(again).isEqualTo(known);
        ExtractionAdvice advice =
                SchemaUnderstanding.of(again).extraction(again.named("stay").getFirst());
        assertThat(advice.recorded()).isTrue();
        assertThat(advice.question()).isEmpty();
    }
}
