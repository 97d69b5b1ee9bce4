package io.lakewright.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.analyzer.understand.TableClass.Kind;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaUnderstandingTest {

    private static SchemaUnderstanding of(String script) {
        return SchemaUnderstanding.of(DdlReader.read(script, "test", "test.sql").schema());
    }

    private static Set<String> edges(SchemaUnderstanding understanding) {
        return understanding.relationships().stream()
                .map(r -> r.fromText() + " -> " + r.toText())
                .collect(Collectors.toSet());
    }

    private static List<String> kinds(SchemaUnderstanding understanding, Kind kind) {
        return understanding.schema().tables().stream()
                .filter(table -> understanding.classOf(table.name()).kind() == kind)
                .map(table -> table.name().table())
                .toList();
    }

    @Test
    void takesADatedDocumentWithLinesForAnEventEvenWhenItMeasuresNothing() {
        SchemaUnderstanding found = of("""
                CREATE TABLE guests (id integer PRIMARY KEY, full_name text, email text);
                CREATE TABLE dishes (id integer PRIMARY KEY, title text, price numeric(8,2));
                CREATE TABLE orders (id integer PRIMARY KEY, guest_id integer REFERENCES guests, ordered_on date,
                  status text);
                CREATE TABLE order_items (order_id integer REFERENCES orders, dish_id integer REFERENCES dishes,
                  quantity integer, unit_price numeric(8,2), PRIMARY KEY (order_id, dish_id));
                """);

        assertThat(kinds(found, Kind.FACT)).containsExactly("orders", "order_items");
        assertThat(found.patterns().headerDetails())
                .extracting(
                        pair -> pair.header().table() + " of " + pair.detail().table())
                .containsExactly("orders of order_items");
    }

    @Test
    void takesTheTimeAtWhichAnOrderWasMadeForItsDateWhereThereIsNoOther() {
        SchemaUnderstanding found = of("""
                CREATE TABLE customers (id integer PRIMARY KEY, email text, phone text, city text, created_at timestamp);
                CREATE TABLE shops (id integer PRIMARY KEY, title text, city text, street text, created_at timestamp);
                CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer REFERENCES customers,
                  shop_id integer REFERENCES shops, total_amount numeric(12,2), created_at timestamp,
                  updated_at timestamp);
                """);

        assertThat(kinds(found, Kind.FACT)).containsExactly("orders");
        assertThat(kinds(found, Kind.DIMENSION)).containsExactly("customers", "shops");
        assertThat(found.roles(new TableName("public", "orders")).with(SourceRole.EVENT_DATE))
                .containsExactly("created_at");
    }

    @Test
    void takesValuesWithTheirTimeForHistoryWhateverTheTableIsCalled() {
        SchemaUnderstanding found = of("""
                CREATE TABLE worker (worker_no integer PRIMARY KEY, first_name text, last_name text, town text);
                CREATE TABLE wages (worker_no integer REFERENCES worker, wage integer, from_date date, to_date date,
                  PRIMARY KEY (worker_no, from_date));
                """);

        assertThat(kinds(found, Kind.HISTORY)).containsExactly("wages");
    }

    @Test
    void takesPeopleForNoListOfCodes() {
        SchemaUnderstanding found = of("""
                CREATE TABLE worker (worker_no integer PRIMARY KEY, born_on date, birth_date date, name text, hire_date date);
                CREATE TABLE grade (grade_no integer PRIMARY KEY, title text, last_change timestamp);
                """);

        assertThat(kinds(found, Kind.DIMENSION)).containsExactly("worker");
        assertThat(kinds(found, Kind.REFERENCE)).containsExactly("grade");
    }

    @Test
    void takesLinesOfADocumentForItsDetailAndNotWhatHappensUnderIt() {
        SchemaUnderstanding found = of("""
                CREATE TABLE patients (patient_no bigint PRIMARY KEY, full_name text, blood_group text);
                CREATE TABLE wards (ward_code varchar(4) PRIMARY KEY, title text, floor text);
                CREATE TABLE stays (stay_no bigint PRIMARY KEY, patient_no bigint REFERENCES patients,
                  ward_code varchar(4) REFERENCES wards, admitted_at timestamp NOT NULL, cost numeric(12,2));
                CREATE TABLE readings (stay_no bigint REFERENCES stays, taken_at timestamp, pulse integer,
                  PRIMARY KEY (stay_no, taken_at));
                CREATE TABLE charges (stay_no bigint REFERENCES stays, line_no integer, booked_on date,
                  amount numeric(12,2), PRIMARY KEY (stay_no, line_no));
                CREATE TABLE meals (stay_no bigint REFERENCES stays, dish_code varchar(8), quantity integer,
                  PRIMARY KEY (stay_no, dish_code));
                """);

        assertThat(found.patterns().headerDetails())
                .extracting(pair -> pair.detail().table())
                .containsExactlyInAnyOrder("charges", "meals");
        assertThat(kinds(found, Kind.FACT)).contains("readings");
    }

    @Test
    void infersReferencesFromNamesTypesAndKeys() {
        SchemaUnderstanding found = of("""
                CREATE TABLE stops (id integer PRIMARY KEY, title text, parent_id integer);
                CREATE TABLE drivers (driver_code varchar(8) PRIMARY KEY, rating integer);
                CREATE TABLE trips (id integer PRIMARY KEY, start_stop_id integer, end_stop_id integer,
                  driver_code varchar(8), stop_count integer, left_at timestamp);
                """);

        assertThat(edges(found))
                .containsExactlyInAnyOrder(
                        "public.stops.parent_id -> public.stops.id",
                        "public.trips.start_stop_id -> public.stops.id",
                        "public.trips.end_stop_id -> public.stops.id",
                        "public.trips.driver_code -> public.drivers.driver_code");
        assertThat(found.relationships()).allSatisfy(r -> {
            assertThat(r.declared()).isFalse();
            assertThat(r.confidence()).isBetween(0.6, 0.95);
            assertThat(r.evidence()).isNotBlank();
        });
        assertThat(found.outgoing(new TableName("public", "trips")))
                .extracting(r -> r.role().orElse("-"))
                .containsExactly("start_stop", "end_stop", "-");
    }

    @Test
    void neverInfersWhatIsDeclared() {
        SchemaUnderstanding found = of("""
                CREATE TABLE a (a_id integer PRIMARY KEY);
                CREATE TABLE b (b_id integer PRIMARY KEY, a_id integer REFERENCES a);
                """);

        assertThat(found.relationships())
                .singleElement()
                .satisfies(r -> assertThat(r.declared()).isTrue());
    }

    @Test
    void countsOnTheTablesThatFiguresContradict() {
        SourceSchema schema = io.lakewright.analyzer.read.JsonFactsReader.read(
                        io.lakewright.core.document.Json.read("""
                                {"tables": [
                                  {"name": "grade", "row_count": 5, "primary_key": ["grade_id"],
                                   "columns": [{"name": "grade_id", "type": "integer"}]},
                                  {"name": "exam", "row_count": 900, "primary_key": ["exam_id"],
                                   "columns": [{"name": "exam_id", "type": "integer"}, {"name": "grade_id", "type": "integer",
                                     "profile": {"basis": "exact", "distinct_count": 700}}]}]}
                                """), "x")
                .schema();

        assertThat(SchemaUnderstanding.of(schema).relationships()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "adventureworks,0.85,0.85",
        "northwind,1.0,0.9",
        "chinook,1.0,0.9",
        "pagila,1.0,1.0",
        "tpch,1.0,1.0",
        "ssb,1.0,1.0"
    })
    void findsHiddenForeignKeysAgain(String name, double precision, double recall) {
        SourceSchema schema = SharedSchemas.schema(name);
        Set<String> declared = edges(SchemaUnderstanding.of(schema)).stream()
                .filter(edge -> schema.tables().stream()
                        .anyMatch(table -> table.foreignKeys().stream()
                                .anyMatch(key -> edge.equals(table.name().text() + "."
                                        + String.join(",", key.columns()) + " -> "
                                        + key.references().text() + "."
                                        + String.join(",", key.referencedColumns())))))
                .collect(Collectors.toSet());
        Set<String> found = edges(SchemaUnderstanding.of(KeyHiding.hide(schema, true, false)));
        Set<String> both = new HashSet<>(found);
        both.retainAll(declared);

        assertThat((double) both.size() / found.size()).isGreaterThanOrEqualTo(precision);
        assertThat((double) both.size() / declared.size()).isGreaterThanOrEqualTo(recall);
    }

    @Test
    void tellsFactsDimensionsAndBridgesApart() {
        SchemaUnderstanding works = SchemaUnderstanding.of(SharedSchemas.schema("adventureworks"));
        SchemaUnderstanding traders = SchemaUnderstanding.of(SharedSchemas.schema("northwind"));
        SchemaUnderstanding rentals = SchemaUnderstanding.of(SharedSchemas.schema("pagila"));

        assertThat(kinds(works, Kind.FACT))
                .contains("salesorderdetail", "salesorderheader", "purchaseorderdetail", "workorder")
                .as("amounts set now and again, and what happened to whom")
                .contains("salespersonquotahistory", "salesorderheadersalesreason");
        assertThat(kinds(works, Kind.DIMENSION))
                .contains("product", "customer", "employee", "address", "vendor")
                .as("short lists that events are looked at by")
                .contains("productcategory", "currency", "countryregion");
        assertThat(kinds(works, Kind.BRIDGE)).contains("personcreditcard", "countryregioncurrency");
        assertThat(kinds(works, Kind.HISTORY)).contains("productcosthistory", "employeepayhistory");
        assertThat(kinds(traders, Kind.FACT)).containsExactlyInAnyOrder("order_details", "orders");
        assertThat(kinds(traders, Kind.BRIDGE))
                .containsExactlyInAnyOrder("customer_customer_demo", "employee_territories");
        assertThat(kinds(rentals, Kind.FACT)).containsExactlyInAnyOrder("payment", "rental");
    }

    @Test
    void recognisesReferencesToOneTableOrAnother() {
        SourceSchema schema = DdlReader.read("""
                        CREATE TABLE photo (photo_id int PRIMARY KEY, owner_id int, owner_type text);
                        CREATE TABLE ship (ship_id int PRIMARY KEY, ship_type text, berth_id int, berth_type text);
                        CREATE TABLE berth (berth_id int PRIMARY KEY);
                        """, "x", "x.sql").schema();

        assertThat(SchemaUnderstanding.of(schema).patterns().patterns())
                .filteredOn(pattern -> pattern.pattern().equals("polymorphic_reference"))
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.tables())
                        .as("a ship and a berth are of a type, what a photo belongs to is of a table")
                        .containsExactly(new TableName("public", "photo")));
    }

    @Test
    void understandsALargeSchemaQuicklyAndAlwaysAlike() {
        SourceSchema schema = SharedSchemas.schema("adventureworks");
        List<SourceRelationship> first = SchemaUnderstanding.of(schema).relationships();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 40; i++) {
            long start = System.nanoTime();
            SchemaUnderstanding again = SchemaUnderstanding.of(schema);
            best = Math.min(best, System.nanoTime() - start);
            assertThat(again.relationships()).isEqualTo(first);
        }

        assertThat(best).isLessThan(50_000_000L);
    }

    @Test
    void findsAPathOverSeveralTables() {
        SchemaUnderstanding rentals = SchemaUnderstanding.of(SharedSchemas.schema("pagila"));
        List<SourceRelationship> path =
                rentals.path(new TableName("public", "payment"), new TableName("public", "film"));

        assertThat(path).extracting(r -> r.to().table()).containsExactly("rental", "inventory", "film");
        assertThat(rentals.path(new TableName("public", "film"), new TableName("public", "film")))
                .isEmpty();
    }

    @Test
    void recommendsBusinessKeysInOrder() {
        SchemaUnderstanding found = of("""
                CREATE TABLE item (item_id serial PRIMARY KEY, guid uuid UNIQUE NOT NULL, item_code text NOT NULL UNIQUE, name text UNIQUE);
                CREATE TABLE plain (plain_id serial PRIMARY KEY, label text);
                CREATE TABLE country (iso varchar(2) PRIMARY KEY, name text);
                CREATE TABLE seat (hall integer, row_no integer, color text, PRIMARY KEY (hall, row_no));
                """);

        assertThat(found.keys(found.names().tables("item").getFirst()).recommendedBusinessKey())
                .containsExactly("item_code");
        assertThat(found.keys(found.names().tables("country").getFirst()).recommendedBusinessKey())
                .containsExactly("iso");
        assertThat(found.keys(found.names().tables("seat").getFirst()).recommendedBusinessKey())
                .containsExactly("hall", "row_no");
        assertThat(found.keys(found.names().tables("plain").getFirst()).warnings())
                .singleElement()
                .asString()
                .contains("surrogate");
    }

    @ParameterizedTest
    @CsvSource({
        "Products,products",
        "product,products",
        "PRODUCT_S,products",
        "order detail,order_details",
        "public.Customers,customers",
        "OrderDetails,order_details"
    })
    void findsTablesByTheNamesPeopleWrite(String written, String table) {
        SchemaUnderstanding traders = SchemaUnderstanding.of(SharedSchemas.schema("northwind"));

        assertThat(traders.names().tables(written))
                .extracting(t -> t.name().table())
                .containsExactly(table);
    }

    @Test
    void offersNearNamesAndNoneWhenNothingIsNear() {
        SchemaUnderstanding traders = SchemaUnderstanding.of(SharedSchemas.schema("northwind"));

        assertThat(traders.names().tables("custmers")).isEmpty();
        assertThat(traders.names().nearestNames("custmers", 3)).first().isEqualTo("public.customers");
        assertThat(traders.names().nearestNames("zzqx", 3)).isEmpty();
        assertThat(traders.names().nearestNames("x".repeat(100_000), 3)).isEmpty();
    }
}
