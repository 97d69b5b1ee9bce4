package io.lakewright.analyzer.existing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.SharedSchemas;
import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.analyzer.sample.Sample;
import io.lakewright.analyzer.understand.SchemaPatterns.Pattern;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.document.ModelSchema;
import io.lakewright.core.model.Additivity;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelStyle;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExistingModelTest {

    private static final String STAR = """
            CREATE TABLE dw."DimGuest" ("GuestKey" integer PRIMARY KEY, "GuestAlternateKey" varchar(12),
              "FullName" varchar(80), "Loyalty" varchar(10), "StartDate" date, "EndDate" date, "Status" varchar(7));
            CREATE TABLE dw."DimHotel" ("HotelKey" integer PRIMARY KEY, "HotelAlternateKey" varchar(12), "Title" varchar(80),
              "CityKey" integer);
            CREATE TABLE dw."DimCity" ("CityKey" integer PRIMARY KEY, "CityCode" char(3), "Country" varchar(40));
            CREATE TABLE dw."DimDate" ("DateKey" integer PRIMARY KEY, "FullDate" date, "CalendarYear" smallint,
              "MonthNumber" smallint, "CalendarQuarter" smallint, "DayName" varchar(10));
            CREATE TABLE dw."DimOffer" ("OfferKey" integer PRIMARY KEY, "Title" varchar(50), "StartDate" date,
              "EndDate" date);
            CREATE TABLE dw."FactStay" ("StayNumber" varchar(20), "LineNumber" smallint, "GuestKey" integer,
              "HotelKey" integer, "ArrivalDateKey" integer, "DepartureDateKey" integer, "OfferKey" integer,
              "Nights" integer, "Amount" numeric(12,2), PRIMARY KEY ("StayNumber", "LineNumber"));
            CREATE TABLE dw."FactOccupancySnapshot" ("DateKey" integer, "HotelKey" integer, "RoomsTaken" integer,
              PRIMARY KEY ("DateKey", "HotelKey"));
            CREATE TABLE dw."AuditLog" (id integer PRIMARY KEY, message text);
            """;

    /** In the manner of AutomateDV: keys end with _PK, no constraint is declared. */
    private static final String VAULT = """
            CREATE TABLE rv.HUB_GUEST (GUEST_PK binary(16), GUEST_NO varchar(12), LOAD_DATE timestamp,
              RECORD_SOURCE varchar(20));
            CREATE TABLE rv.HUB_HOTEL (HOTEL_PK binary(16), HOTEL_CODE varchar(12), LOAD_DATE timestamp,
              RECORD_SOURCE varchar(20));
            CREATE TABLE rv.LINK_STAY (STAY_PK binary(16), GUEST_PK binary(16), HOTEL_PK binary(16), STAY_NO varchar(9),
              LOAD_DATE timestamp, RECORD_SOURCE varchar(20), PRIMARY KEY (STAY_PK));
            CREATE TABLE rv.SAT_GUEST_DETAILS (GUEST_PK binary(16), GUEST_HASHDIFF binary(16), FULL_NAME varchar(80),
              LOYALTY varchar(9), LOAD_DATE timestamp, RECORD_SOURCE varchar(20));
            CREATE TABLE rv.SAT_STAY (STAY_PK binary(16), HASHDIFF binary(16), NIGHTS integer, LOAD_DATE timestamp,
              RECORD_SOURCE varchar(20));
            CREATE TABLE rv.SAT_GUEST_PHONE (GUEST_PK binary(16), HASHDIFF binary(16), PHONE_KIND varchar(9),
              PHONE varchar(30), LOAD_DATE timestamp, RECORD_SOURCE varchar(20),
              PRIMARY KEY (GUEST_PK, PHONE_KIND, LOAD_DATE));
            CREATE TABLE rv.PIT_GUEST (GUEST_PK binary(16), AS_OF_DATE date, SAT_GUEST_DETAILS_LDTS timestamp);
            """;

    private static Optional<DataModel> read(String script) {
        return read(DdlReader.read(script, "stays", "test.sql").schema());
    }

    private static Optional<DataModel> read(SourceSchema schema) {
        return ExistingModel.read(SchemaUnderstanding.of(schema));
    }

    private static List<String> named(DataModel model, TableKind kind) {
        return model.tables().stream()
                .filter(table -> table.kind() == kind)
                .map(TableSpec::name)
                .toList();
    }

    private static TableSpec table(DataModel model, String name) {
        return model.table(name).orElseThrow();
    }

    private static List<String> columns(TableSpec table, ColumnRole role) {
        return table.columns().stream()
                .filter(column -> column.role() == role)
                .map(ModelColumn::name)
                .toList();
    }

    private static List<String> patterns(String script) {
        SourceSchema schema = DdlReader.read(script, "stays", "test.sql").schema();
        return ExistingPatterns.of(schema, read(schema)).stream()
                .map(Pattern::pattern)
                .toList();
    }

    @Test
    void readsAStarThatNamesItsTablesThoughNoReferenceIsDeclared() {
        DataModel model = read(STAR).orElseThrow();

        assertThat(model.style()).isEqualTo(ModelStyle.DIMENSIONAL);
        assertThat(named(model, TableKind.FACT)).containsExactly("FactStay", "FactOccupancySnapshot");
        assertThat(named(model, TableKind.DIMENSION))
                .containsExactly("DimGuest", "DimHotel", "DimCity", "DimDate", "DimOffer");
        TableSpec.Fact stay = (TableSpec.Fact) table(model, "FactStay");
        assertThat(stay.factType()).isEqualTo(FactType.TRANSACTION);
        assertThat(stay.grain().columns()).containsExactly("StayNumber", "LineNumber");
        assertThat(columns(stay, ColumnRole.MEASURE)).containsExactly("Nights", "Amount");
        assertThat(columns(stay, ColumnRole.DEGENERATE)).containsExactly("StayNumber", "LineNumber");
        assertThat(stay.keys().foreign())
                .extracting(key -> key.columns().getFirst() + " -> " + key.references())
                .containsExactlyInAnyOrder(
                        "GuestKey -> dim_guest",
                        "HotelKey -> dim_hotel",
                        "ArrivalDateKey -> dim_date",
                        "DepartureDateKey -> dim_date",
                        "OfferKey -> dim_offer");
        TableSpec.Fact snapshot = (TableSpec.Fact) table(model, "FactOccupancySnapshot");
        assertThat(snapshot.factType()).isEqualTo(FactType.PERIODIC_SNAPSHOT);
        assertThat(snapshot.column("RoomsTaken").flatMap(ModelColumn::additivity))
                .as("a level is not summed over time")
                .contains(Additivity.SEMI_ADDITIVE);
        assertThat(stay.column("Amount").flatMap(ModelColumn::additivity)).contains(Additivity.ADDITIVE);
    }

    @Test
    void readsNamesThatLostTheirCapitals() {
        DataModel model = read(STAR.replace("\"", "")).orElseThrow();

        assertThat(named(model, TableKind.FACT)).containsExactly("factstay", "factoccupancysnapshot");
        assertThat(((TableSpec.Dimension) table(model, "dimguest")).businessKey())
                .containsExactly("guestalternatekey");
    }

    @Test
    void tellsVersionsFromDatesOfTheThingItself() {
        DataModel model = read(STAR).orElseThrow();

        TableSpec.Dimension guest = (TableSpec.Dimension) table(model, "DimGuest");
        assertThat(guest.scdType()).isEqualTo(ScdType.TYPE_2);
        assertThat(guest.history()).hasValueSatisfying(history -> {
            assertThat(history.validFrom()).isEqualTo("StartDate");
            assertThat(history.current()).isEqualTo("Status");
        });
        assertThat(guest.businessKey()).containsExactly("GuestAlternateKey");
        assertThat(columns(guest, ColumnRole.SURROGATE_KEY)).containsExactly("GuestKey");
        TableSpec.Dimension offer = (TableSpec.Dimension) table(model, "DimOffer");
        assertThat(offer.scdType()).as("an offer starts and ends itself").isEqualTo(ScdType.TYPE_1);
    }

    @Test
    void readsAStarThatOnlyItsShapeShows() {
        DataModel model = read("""
                        CREATE TABLE guest (g_key integer PRIMARY KEY, g_name varchar(80), g_city varchar(30));
                        CREATE TABLE hotel (h_key integer PRIMARY KEY, h_title varchar(80), h_country varchar(30));
                        CREATE TABLE calendar (c_key integer PRIMARY KEY, c_year integer, c_month integer, c_day_name text);
                        CREATE TABLE stay (s_number integer, s_guest integer REFERENCES guest,
                          s_hotel integer REFERENCES hotel, s_arrival integer REFERENCES calendar, s_nights integer,
                          s_amount numeric(12,2), PRIMARY KEY (s_number));
                        """).orElseThrow();

        assertThat(named(model, TableKind.FACT)).containsExactly("stay");
        assertThat(named(model, TableKind.DIMENSION)).containsExactly("guest", "hotel", "calendar");
        assertThat(((TableSpec.Dimension) table(model, "guest")).businessKey()).containsExactly("g_key");
    }

    @Test
    void readsAVaultWithoutAnyDeclaredKey() {
        DataModel model = read(VAULT).orElseThrow();

        assertThat(model.style()).isEqualTo(ModelStyle.DATA_VAULT);
        assertThat(named(model, TableKind.HUB)).containsExactly("hub_guest", "hub_hotel");
        assertThat(table(model, "hub_guest").businessKey()).containsExactly("guest_no");
        assertThat(table(model, "hub_guest").keys().primary()).containsExactly("guest_pk");
        TableSpec.Link stay = (TableSpec.Link) table(model, "link_stay");
        assertThat(stay.parents()).containsExactly("hub_guest", "hub_hotel");
        assertThat(stay.hash().childKey()).contains("stay_no");
        assertThat(((TableSpec.Satellite) table(model, "sat_guest_details")).parent())
                .isEqualTo("hub_guest");
        assertThat(((TableSpec.Satellite) table(model, "sat_stay")).parent()).isEqualTo("link_stay");
        TableSpec.Satellite phones = (TableSpec.Satellite) table(model, "sat_guest_phone");
        assertThat(phones.hash().childKey()).as("several phones at a time").contains("phone_kind");
        assertThat(model.excluded()).extracting(excluded -> excluded.table()).containsExactly("rv.pit_guest");
    }

    @Test
    void readsPrefixedKeysTheWordForTheirPartAndShortNames() {
        DataModel model = read("""
                        CREATE TABLE h_employee (hk_employee char(32) PRIMARY KEY, employee_no text, ldts timestamp, rsrc text);
                        CREATE TABLE l_reports_to (hk_l_reports_to char(32) PRIMARY KEY, hk_employee char(32),
                          hk_manager_employee char(32), ldts timestamp, rsrc text);
                        CREATE TABLE s_employee (hk_employee char(32), hd_employee char(32), title text, ldts timestamp,
                          rsrc text, PRIMARY KEY (hk_employee, ldts));
                        """).orElseThrow();

        assertThat(((TableSpec.Link) table(model, "l_reports_to")).parents())
                .containsExactly("h_employee", "h_employee");
        assertThat(((TableSpec.Satellite) table(model, "s_employee")).parent()).isEqualTo("h_employee");
    }

    @Test
    void takesNoTableForAPartOfAVaultByItsNameAlone() {
        assertThat(read("""
                        CREATE TABLE hub_settings (id integer PRIMARY KEY, title text);
                        CREATE TABLE link_clicks (id integer PRIMARY KEY, hub_setting_id integer REFERENCES hub_settings,
                          clicked_at timestamp);
                        CREATE TABLE sat_scores (id integer PRIMARY KEY, score integer);
                        """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adventureworks", "northwind", "chinook", "pagila", "tpch"})
    void takesNoOperationalSchemaForAWarehouse(String name) {
        assertThat(read(SharedSchemas.schema(name))).isEmpty();
    }

    @Test
    void takesTheSampleForNoWarehouse() {
        assertThat(read(Sample.schema())).isEmpty();
    }

    @Test
    void readsThePublishedStarSchemaBenchmark() {
        DataModel model = read(SharedSchemas.schema("ssb")).orElseThrow();

        assertThat(named(model, TableKind.FACT)).containsExactly("lineorder");
        assertThat(named(model, TableKind.DIMENSION)).hasSize(4);
        assertThat(columns(table(model, "lineorder"), ColumnRole.FOREIGN_KEY)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {STAR, VAULT})
    void writesAModelThatIsAValidDocument(String script) {
        DataModel model = read(script).orElseThrow();

        assertThat(ModelSchema.violations(ModelDocuments.toTree(model))).isEmpty();
        assertThat(ModelDocuments.fromYaml(ModelDocuments.toYaml(model))).isEqualTo(model);
    }

    @Test
    void cutsOutATableWithWhatItRefersTo() {
        DataModel model = read(STAR).orElseThrow();

        DataModel part = ExistingModel.part(model, List.of(new TableName("dw", "FactOccupancySnapshot")));

        assertThat(part.tables())
                .extracting(TableSpec::name)
                .containsExactly("DimHotel", "DimCity", "DimDate", "FactOccupancySnapshot");
        assertThat(part.source().tables()).hasSize(4);
    }

    @Test
    void namesThePatternsOfWarehouses() {
        assertThat(patterns(STAR)).containsExactly("dimensional", "snowflake", "scd2");
        assertThat(patterns(VAULT)).containsExactly("data_vault");
        assertThat(patterns("""
                        CREATE TABLE promotions (id integer PRIMARY KEY, code text UNIQUE, valid_from date, valid_to date);
                        """)).as("a promotion is valid itself").isEmpty();
        assertThat(patterns("""
                        CREATE TABLE price (article integer, valid_from date, valid_to date, amount numeric(8,2),
                          PRIMARY KEY (article, valid_from));
                        """)).containsExactly("scd2");
        assertThat(patterns("""
                        CREATE TABLE bronze.orders (id integer, payload text);
                        CREATE TABLE silver.orders (id integer PRIMARY KEY, amount numeric(8,2));
                        CREATE TABLE gold.daily_sales (day date, amount numeric(8,2));
                        """)).containsExactly("medallion");
    }
}
