package io.lakewright.generator.dimensional;

import static io.lakewright.generator.vault.ShopSchema.fk;
import static io.lakewright.generator.vault.ShopSchema.name;
import static io.lakewright.generator.vault.ShopSchema.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.JoinType;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Design;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.DesignRequest.Kind;
import io.lakewright.generator.rules.ModelRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts find the versions that held at the event, and keep rows whose document or parent is late. */
class FactHistoryTest {

    private static final SourceTable GUESTS =
            table("guests", List.of("guest_id"), List.of(), List.of(), "guest_id integer!", "guest_name text");

    private static SourceTable days(String... columns) {
        String[] all = new String[columns.length + 3];
        System.arraycopy(columns, 0, all, 0, columns.length);
        all[columns.length] = "year_no integer";
        all[columns.length + 1] = "month_name text";
        all[columns.length + 2] = "holiday_flag boolean";
        return table("day_calendar", List.of(columns[0].split(" ")[0]), List.of(), List.of(), all);
    }

    private static SourceTable stays(String dayColumn, String dayKey) {
        return table(
                "stays",
                List.of("stay_id"),
                List.of(),
                List.of(fk("guest_id", "guests", "guest_id"), fk(dayColumn, "day_calendar", dayKey)),
                "stay_id integer!",
                "guest_id integer!",
                dayColumn + " integer!",
                "created_at timestamp without time zone",
                "paid_amount numeric(9,2)");
    }

    private static Design star(List<String> names, SourceTable... tables) {
        SourceSchema schema = new SourceSchema("test", "", "test", List.of(tables));
        List<TableName> named = names.stream().map(n -> name(n)).toList();
        return DimensionalBuilder.build(schema, DesignRequest.of(Kind.STAR, named));
    }

    private static Load.Lookup lookup(Design design, String dimension) {
        return design.model().tables().stream()
                .filter(t -> t instanceof TableSpec.Fact)
                .flatMap(t -> t.loads().getFirst().lookups().stream())
                .filter(l -> l.dimension().equals(dimension))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsVersionsAsOfADayThatIsKeptAsANumber() {
        Design design =
                star(List.of("stays", "guests"), stays("arrival_day", "day_key"), GUESTS, days("day_key integer!"));

        assertThat(lookup(design, "dim_guest").asOf()).contains(new ColumnRef("stay", "arrival_day"));
        assertThat(design.assumptions()).anyMatch(a -> a.contains("yyyymmdd"));
    }

    @Test
    void findsVersionsAsOfTheDateOfTheCalendar() {
        Design design = star(
                List.of("stays", "guests", "day_calendar"),
                stays("arrival_key", "id"),
                GUESTS,
                days("id integer!", "calendar_date date!"));

        assertThat(lookup(design, "dim_guest").asOf()).contains(new ColumnRef("day_calendar", "calendar_date"));
        Load load = design.model().byId("fact_stay").orElseThrow().loads().getFirst();
        assertThat(load.from().joins()).extracting(Load.Join::type).containsOnly(JoinType.LEFT);
    }

    @Test
    void saysWhyWhenNothingTellsTheDay() {
        Design design = star(List.of("stays", "guests"), stays("arrival_key", "id"), GUESTS, days("id integer!"));

        assertThat(lookup(design, "dim_guest").asOf()).isEmpty();
        assertThat(design.assumptions()).first().asString().contains("as they are when it is loaded");
    }

    @Test
    void takesTheCalendarOfItsFactsInWithoutVersions() {
        Design design =
                star(List.of("stays", "guests"), stays("arrival_day", "day_key"), GUESTS, days("day_key integer!"));
        TableSpec.Dimension calendar =
                (TableSpec.Dimension) design.model().byId("dim_day_calendar").orElseThrow();

        assertThat(calendar.scdType()).isEqualTo(ScdType.TYPE_1);
        assertThat(calendar.common().patternId()).isEqualTo("dim.date");
        assertThat(lookup(design, "dim_day_calendar").asOf()).isEmpty();
        assertThat(lookup(design, "dim_day_calendar").column()).isEqualTo("arrival_date_key");
        assertThat(ModelRules.check(design.model()).stream().map(f -> f.rule())).doesNotContain("K03");
    }

    @Test
    void isNoCalendarForBeingCalledCandidate() {
        SourceTable candidates = table(
                "jobcandidate",
                List.of("jobcandidate_id"),
                List.of(),
                List.of(),
                "jobcandidate_id integer!",
                "birth_year integer",
                "full_name text");
        SourceTable interviews = table(
                "interviews",
                List.of("interview_id"),
                List.of(),
                List.of(fk("jobcandidate_id", "jobcandidate", "jobcandidate_id"), fk("guest_id", "guests", "guest_id")),
                "interview_id integer!",
                "jobcandidate_id integer!",
                "guest_id integer!",
                "held_on date!",
                "minutes_taken integer");
        Design design = star(List.of("interviews", "jobcandidate", "guests"), interviews, candidates, GUESTS);

        assertThat(((TableSpec.Dimension)
                                design.model().byId("dim_jobcandidate").orElseThrow())
                        .scdType())
                .isEqualTo(ScdType.TYPE_2);
    }

    @Test
    void keepsALineWhoseDocumentIsLate() {
        SourceTable bills = table(
                "bills",
                List.of("bill_id"),
                List.of(),
                List.of(fk("guest_id", "guests", "guest_id")),
                "bill_id integer!",
                "guest_id integer!",
                "billed_on date!",
                "tip_amount numeric(9,2)");
        SourceTable lines = table(
                "bill_lines",
                List.of("bill_id", "line_no"),
                List.of(),
                List.of(fk("bill_id", "bills", "bill_id"), fk("dish_id", "dishes", "dish_id")),
                "bill_id integer!",
                "line_no integer!",
                "dish_id integer!",
                "quantity integer!");
        SourceTable dishes =
                table("dishes", List.of("dish_id"), List.of(), List.of(), "dish_id integer!", "dish_name text");
        Design design = star(List.of("bill_lines", "bills", "guests", "dishes"), lines, bills, GUESTS, dishes);
        TableSpec fact = design.model().byId("fact_bill_line").orElseThrow();

        assertThat(fact.loads().getFirst().from().joins())
                .extracting(Load.Join::type)
                .containsExactly(JoinType.LEFT);
        assertThat(fact.common().decisions())
                .filteredOn(d -> d.rule().equals("K23"))
                .singleElement()
                .satisfies(d -> assertThat(d.because()).contains("has not").contains("-1"));
    }

    @Test
    void namesDatesWithoutThePrefixOfTheirTable() {
        SourceTable calls = table(
                "calls",
                List.of("c_callkey"),
                List.of(),
                List.of(fk("c_guestkey", "guests", "guest_id")),
                "c_callkey integer!",
                "c_guestkey integer!",
                "c_calldate date!",
                "c_seconds integer");
        Design design = star(List.of("calls", "guests"), calls, GUESTS);

        assertThat(design.model().byId("fact_call").orElseThrow().column("call_date_key"))
                .isPresent();
    }

    @Test
    void countsWhatBelongsTogetherWhereATableOnlyTiesOthers() {
        SourceTable rooms = table("rooms", List.of("room_id"), List.of(), List.of(), "room_id integer!", "view text");
        SourceTable allowed = table(
                "guest_rooms",
                List.of("guest_id", "room_id"),
                List.of(),
                List.of(fk("guest_id", "guests", "guest_id"), fk("room_id", "rooms", "room_id")),
                "guest_id integer!",
                "room_id integer!");
        SourceSchema schema = new SourceSchema("test", "", "test", List.of(GUESTS, rooms, allowed));
        Design design = DimensionalBuilder.build(schema, DesignRequest.of(Kind.STAR, List.of(name("guest_rooms"))));
        TableSpec fact = design.model().byId("fact_guest_room").orElseThrow();

        assertThat(fact.common().patternId()).isEqualTo("fact.factless_coverage");
        assertThat(fact.column("event_count")).isPresent();
        assertThat(design.model().tables())
                .extracting(TableSpec::id)
                .containsExactlyInAnyOrder("dim_guest", "dim_room", "fact_guest_room");
        assertThat(design.questions()).isEmpty();
        assertThat(lookup(design, "dim_room").asOf()).isEmpty();
    }
}
