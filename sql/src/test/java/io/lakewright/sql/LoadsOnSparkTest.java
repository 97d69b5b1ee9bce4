package io.lakewright.sql;

import static io.lakewright.sql.RetailModels.ARTICLE;
import static io.lakewright.sql.RetailModels.BILL;
import static io.lakewright.sql.RetailModels.BILL_LINE;
import static io.lakewright.sql.RetailModels.BUYER;
import static io.lakewright.sql.RetailModels.NUMBERED_BILL;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.type.LakeType;
import io.lakewright.engine.Engine;
import io.lakewright.engine.EngineSession;
import io.lakewright.engine.StatementResult;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Form;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.SelectBuilder;
import io.lakewright.sql.node.SqlNode;
import io.lakewright.sql.node.SqlWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every kind of load on Spark and Delta: first load, changes, replays, late and vanished rows. */
@Tag("spark")
class LoadsOnSparkTest {

    private static final String DAY_1 = "2026-01-05 00:00:00";
    private static final String DAY_2 = "2026-01-06 00:00:00";
    private static final String DAY_3 = "2026-01-07 00:00:00";
    private static final String VERSIONS = "buyer_no, full_name, town, joined_on, valid_from, valid_to, is_current";

    private static Engine engine = Engine.unavailable("not started");

    @BeforeAll
    static void start() {
        engine = Engine.ofBuild(Path.of(System.getProperty("lakewright.root", "..")));
        Assumptions.assumeFalse(
                engine.status().state() == io.lakewright.engine.EngineStatus.State.OFF
                        && engine.status().detail().contains("not been built"),
                "the engine worker has not been built");
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static void bills(ShopLakehouse shop) {
        shop.land(ARTICLE, "A1;Apple 'red' \\ {{x}};1.50;\\x00ff;{red,\"dark green\"};t", "B2;Bread;2.00;-;-;f");
        shop.land(BILL, "100;1;2025-12-24 10:00:00", "101;-;2026-01-06 12:00:00", "102;2;2026-01-06 23:59:59");
        shop.land(BILL_LINE, "100;1;A1;2;1.50;0.10", "101;1;B2;1;2.00;0", "101;2;ZZ;1;9.99;0", "102;1;A1;3;1.50;-");
    }

    /** The vectors and harder ones in SQL: Spark must hash them as Java does. */
    @Test
    void hashesInSqlAsInJava() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        H1Test.vectors().map(vector -> Arrays.asList(vector.values())).forEach(values -> {
            List<@Nullable String> row = new ArrayList<>(values);
            row.addAll(Collections.nCopies(2 - values.size(), null));
            rows.add(row);
        });
        rows.add(Arrays.asList(" Back\\slash'\"\n\t", "straße  "));
        rows.add(Arrays.asList("||^^", null));
        rows.add(Arrays.asList(null, null));
        List<List<Expression>> literals = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell == null
                                ? Expressions.cast(new Expression.Null(), LakeType.STRING)
                                : Expressions.text(cell))
                        .toList())
                .toList();
        List<H1.Input> inputs = List.of(input("a"), input("b"));
        Query query = SelectBuilder.from(new Query.Relation(
                        new Query.Rows.Values(literals, List.of(Identifier.of("a"), Identifier.of("b"))),
                        Identifier.of("v")))
                .select(H1.keyOrZero(inputs), "hash_key")
                .select(H1.diff(inputs), "hash_diff")
                .select(H1.key(List.of(input("a"))), "single")
                .build();
        try (EngineSession session = engine.session(List.of("main"))) {
            StatementResult result = session.execute(
                    io.lakewright.engine.Statement.of(new SqlWriter(Form.TEXT).write(new SqlNode.Ask(query))));
            assertThat(result.failure()).isEmpty();
            for (int i = 0; i < rows.size(); i++) {
                String[] values = rows.get(i).toArray(String[]::new);
                assertThat(result.rows().get(i))
                        .containsExactly(H1.key(values), H1.diff(values), H1.digest("SHA-256", H1.keyText(values[0])));
            }
        }
    }

    private static H1.Input input(String column) {
        return new H1.Input(Expressions.column("v", column), LakeType.STRING);
    }

    @Test
    void keepsVersionsAndFindsThemFromFacts() {
        try (EngineSession session = engine.session(List.of("main"))) {
            ShopLakehouse shop = new ShopLakehouse(
                    session, RetailModels.star(LoadStrategy.SCD2_MERGE, DeleteHandling.IGNORE, SurrogateKind.IDENTITY));
            bills(shop);
            shop.land(BUYER, "1;Ann;Rome;4.5;2020-01-01;-", "2;Bob;-;-;-;-", "2;Bob;-;-;-;-");
            shop.load(DAY_1);
            shop.land(BUYER, "1;Anne;Oslo;4.5;2021-01-01;-", "2;Bob;-;-;-;-", "3;Cy;Bonn;1;-;-");
            shop.load(DAY_2);
            assertThat(shop.rows(Layer.GOLD, "dim_buyer", VERSIONS))
                    .containsExactly(
                            "-1;Unknown;Unknown;-;1900-01-01 00:00:00;9999-12-31 00:00:00;true",
                            "1;Anne;Oslo;2020-01-01;2026-01-06 00:00:00;9999-12-31 00:00:00;true",
                            "1;Anne;Rome;2020-01-01;1900-01-01 00:00:00;2026-01-06 00:00:00;false",
                            "2;Bob;-;-;1900-01-01 00:00:00;9999-12-31 00:00:00;true",
                            "3;Cy;Bonn;-;1900-01-01 00:00:00;9999-12-31 00:00:00;true");
            assertThat(shop.query(
                                    "SELECT f.bill_no, f.line_no, d.town, a.code, f.billed_date_key, f.revenue "
                                            + "FROM main.gold.fact_bill_line f "
                                            + "JOIN main.gold.dim_buyer d ON d.buyer_key = f.buyer_key "
                                            + "JOIN main.gold.dim_article a ON a.article_key = f.article_key "
                                            + "ORDER BY 1, 2",
                                    "")
                            .rows()
                            .toString())
                    .isEqualTo("[[100, 1, Rome, A1, 20251224, 2.70], [101, 1, Unknown, B2, 20260106, 2.00], "
                            + "[101, 2, Unknown, Unknown, 20260106, 9.99], [102, 1, null, A1, 20260106, null]]");
            shop.load(DAY_1);
            assertThat(shop.rows(Layer.GOLD, "dim_buyer", "buyer_no")).hasSize(5);
        }
    }

    /** A day may be the number yyyymmdd, no day at all, or not known yet. */
    @Test
    void findsTheVersionOfANumberedDayAndThatOfNowWithoutADay() {
        try (EngineSession session = engine.session(List.of("main"))) {
            ShopLakehouse shop = new ShopLakehouse(session, RetailModels.starOfNumberedDays());
            shop.land(ARTICLE, "A1;Apple;1.50;-;-;t");
            shop.land(
                    NUMBERED_BILL,
                    "100;1;2025-12-24 10:00:00;20251224",
                    "101;1;2026-01-06 12:00:00;20260107",
                    "102;1;-;-",
                    "103;1;-;7");
            shop.land(BILL_LINE, "100;1;A1;2;1;0", "101;1;A1;2;1;0", "102;1;A1;2;1;0", "103;1;A1;2;1;0");
            shop.land(BUYER, "1;Ann;Rome;4.5;2020-01-01;-");
            shop.load(DAY_1);
            shop.land(BUYER, "1;Ann;Oslo;4.5;2020-01-01;-");
            shop.load(DAY_2);
            assertThat(shop.query(
                                    "SELECT f.bill_no, d.town FROM main.gold.fact_bill_line f "
                                            + "JOIN main.gold.dim_buyer d ON d.buyer_key = f.buyer_key ORDER BY 1",
                                    "")
                            .rows()
                            .toString())
                    .isEqualTo("[[100, Rome], [101, Oslo], [102, Oslo], [103, Oslo]]");
        }
    }

    @Test
    void closesWhatIsGoneAndOpensItAgain() {
        try (EngineSession session = engine.session(List.of("main"))) {
            ShopLakehouse shop = new ShopLakehouse(
                    session, RetailModels.star(LoadStrategy.SCD2_MERGE, DeleteHandling.CLOSE, SurrogateKind.HASH));
            bills(shop);
            shop.land(BUYER, "1;Ann;Rome;4.5;2020-01-01;-", "2;Bob;Ulm;-;-;-");
            shop.load(DAY_1);
            shop.land(BUYER, "2;Bob;Ulm;-;-;-");
            shop.load(DAY_2);
            shop.land(BUYER);
            shop.load("2026-01-06 12:00:00");
            shop.land(BUYER, "1;Ann;Rome;4.5;2020-01-01;-", "2;Bob;Ulm;-;-;-");
            shop.load(DAY_3);
            assertThat(shop.rows(Layer.GOLD, "dim_buyer", "buyer_no, valid_from, valid_to, is_current"))
                    .containsExactly(
                            "-1;1900-01-01 00:00:00;9999-12-31 00:00:00;true",
                            "1;1900-01-01 00:00:00;2026-01-06 00:00:00;false",
                            "1;2026-01-07 00:00:00;9999-12-31 00:00:00;true",
                            "2;1900-01-01 00:00:00;9999-12-31 00:00:00;true");
        }
    }

    @Test
    void rebuildsTimelinesForLateVersions() {
        try (EngineSession session = engine.session(List.of("main"))) {
            ShopLakehouse shop = new ShopLakehouse(
                    session,
                    RetailModels.star(LoadStrategy.SCD2_TIMELINE, DeleteHandling.IGNORE, SurrogateKind.IDENTITY));
            bills(shop);
            shop.land(
                    BUYER,
                    "1;Ann;Rome;1;2020-01-01;2025-12-20 00:00:00",
                    "1;Ann;Oslo;1;2020-01-01;2026-01-03 00:00:00",
                    "1;Ann;Oslo;1;2020-01-01;2026-01-04 00:00:00");
            shop.load(DAY_1);
            List<String> keys = shop.rows(Layer.GOLD, "dim_buyer", "valid_from, buyer_key");
            shop.land(BUYER, "1;Anna;Ulm;1;2021-01-01;2026-01-01 00:00:00");
            shop.load(DAY_2);
            assertThat(shop.rows(Layer.GOLD, "dim_buyer", VERSIONS))
                    .containsExactly(
                            "-1;Unknown;Unknown;-;1900-01-01 00:00:00;9999-12-31 00:00:00;true",
                            "1;Ann;Oslo;2020-01-01;2026-01-03 00:00:00;9999-12-31 00:00:00;true",
                            "1;Ann;Rome;2020-01-01;2025-12-20 00:00:00;2026-01-01 00:00:00;false",
                            "1;Ann;Ulm;2020-01-01;2026-01-01 00:00:00;2026-01-03 00:00:00;false");
            assertThat(shop.rows(Layer.GOLD, "dim_buyer", "valid_from, buyer_key"))
                    .containsAll(keys);
        }
    }

    @Test
    void loadsAVaultWithMissingParentsAndLateBatches() {
        try (EngineSession session = engine.session(List.of("main"))) {
            ShopLakehouse shop = new ShopLakehouse(session, RetailModels.vault());
            shop.land(BILL, "100;1;2025-12-24 10:00:00", "101;-;2026-01-06 12:00:00", "102;7;2026-01-06 23:59:59");
            shop.land(BUYER, "1;Ann;Rome;4.5;2020-01-01;2026-01-01 00:00:00", "2;Bob;-;-;-;-");
            shop.load(DAY_1);
            assertThat(shop.rows(Layer.RAW_VAULT, "hub_buyer", "buyer_hk, buyer_no"))
                    .contains(H1.key("1") + ";1", H1.key("7") + ";7", H1.ZERO_KEY + ";-1")
                    .hasSize(4);
            assertThat(shop.rows(Layer.RAW_VAULT, "link_bill_buyer", "link_bill_buyer_hk, buyer_hk"))
                    .contains(H1.key("101", null) + ";" + H1.ZERO_KEY);
            assertThat(shop.rows(Layer.RAW_VAULT, "sat_buyer_details", "hash_diff"))
                    .contains(
                            H1.diff("Ann", "4.500000000000", "2026-01-01 00:00:00.000000", "Rome"),
                            H1.diff("Bob", null, null, null));
            shop.land(BUYER, "1;Ann;Rome;4.5;2020-01-01;2026-01-01 00:00:00", "2;Bob;-;3;-;-");
            shop.load(DAY_3);
            shop.land(BUYER, "1;Ann;Ulm;4.5;2020-01-01;2026-01-01 00:00:00");
            shop.load(DAY_2);
            assertThat(shop.rows(Layer.RAW_VAULT, "sat_buyer_details", "load_date, full_name, town"))
                    .containsExactly(
                            "2026-01-05 00:00:00;Ann;Rome",
                            "2026-01-05 00:00:00;Bob;-",
                            "2026-01-06 00:00:00;Ann;Ulm",
                            "2026-01-07 00:00:00;Bob;-");
        }
    }
}
