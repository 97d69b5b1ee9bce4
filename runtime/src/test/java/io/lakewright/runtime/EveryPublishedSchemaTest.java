package io.lakewright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.assistant.AssistantSettings;
import io.lakewright.assistant.InMemoryConversationStore;
import io.lakewright.assistant.TurnOutcome;
import io.lakewright.assistant.TurnRequest;
import io.lakewright.core.document.Json;
import io.lakewright.engine.Engine;
import io.lakewright.runtime.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Three requests on every schema there is: a dimension with a parent, a star, a vault; every receipt is proved. */
@Tag("spark")
class EveryPublishedSchemaTest {

    private static final Path ROOT =
            Path.of(System.getProperty("lakewright.root", "..")).toAbsolutePath();
    private static final Path SCHEMAS = ROOT.resolve("../shared/schemas").normalize();

    private static final Map<String, List<String>> REQUESTS = Map.of(
            "adventureworks",
            List.of(
                    "Create a dimension for product with its subcategory and category",
                    "Design a star schema from purchaseorderdetail, purchaseorderheader, product, vendor and shipmethod",
                    "Build a data vault from customer, store, salesterritory and salesperson"),
            "northwind",
            List.of(
                    "I need a type 2 dimension of products with categories and suppliers",
                    "Design a star schema from order_details, orders, products, customers, employees and shippers",
                    "Create a data vault for customers, orders and employees"),
            "pagila",
            List.of(
                    "Create a slowly changing dimension of customer with address, city and country",
                    "Build a star from payment, rental, customer, staff and inventory",
                    "Data vault for film, language, inventory and store please"),
            "chinook",
            List.of(
                    "Create a dimension for track with album and genre",
                    "Star schema of invoice_line, invoice, customer and track",
                    "Model artist, album, track and genre as a data vault"),
            "tpch",
            List.of(
                    "Make a dimension of customer with nation and region",
                    "Star schema from lineitem, orders, customer, part and supplier",
                    "Build a raw vault from customer, orders, nation and lineitem"),
            Composition.SAMPLE,
            List.of(
                    "I need to create a dimension based on the product and productcategory tables",
                    "Design a star schema from orderlines, orders, product, customers and stores",
                    "Create a data vault for product, productcategory, suppliers and stock"));

    private static Engine engine = Engine.unavailable("not started.");

    @BeforeAll
    static void start() {
        engine = Engine.ofBuild(ROOT);
        engine.warmUp();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    /** Fifteen proofs take ten minutes on two cores. */
    @TestFactory
    Stream<DynamicTest> everyReceiptOfThePublishedSchemasIsProved() {
        return REQUESTS.keySet().stream()
                .filter(name -> !name.equals(Composition.SAMPLE))
                .sorted()
                .flatMap(EveryPublishedSchemaTest::tests);
    }

    /** Covers the same paths where the published schemas are absent; the browser story proves the sample anyway. */
    @TestFactory
    Stream<DynamicTest> everyReceiptOfTheSampleIsProved() {
        assumeTrue(!Files.isDirectory(SCHEMAS), "the published schemas are here and cover the same paths");
        return tests(Composition.SAMPLE);
    }

    private static Stream<DynamicTest> tests(String name) {
        return REQUESTS.getOrDefault(name, List.of()).stream()
                .map(request -> DynamicTest.dynamicTest(name + ": " + request, () -> prove(name, request)));
    }

    private static void prove(String name, String request) {
        SourceReaders.OpenedSource opened = open(name);
        try (Composition composition = Composition.of(
                Workspaces.of(opened.schema().name(), opened.schema(), opened.rows()),
                new Borrowed(engine),
                AssistantSettings.defaults(),
                Settings.load(Path.of("no-such-folder"), Map.of()),
                new InMemoryConversationStore())) {
            TurnOutcome outcome = composition
                    .assistant()
                    .turn(TurnRequest.of(Optional.empty(), Optional.empty(), request), event -> {})
                    .await(Duration.ofMinutes(25));
            assertThat(outcome.suggestion())
                    .as("%s: %s", outcome.kind(), outcome.message())
                    .isPresent();
            JsonNode receipt = outcome.suggestion().orElseThrow().path("receipt");
            assertThat(receipt.path("status").asString(""))
                    .as("%s", why(receipt))
                    .isEqualTo("proved");
            assertThat(outcome.suggestion()
                            .orElseThrow()
                            .path("findings")
                            .valueStream()
                            .filter(finding ->
                                    finding.path("severity").asString("").equals("error")))
                    .isEmpty();
        }
    }

    private static String why(JsonNode receipt) {
        return Json.compact(receipt.path("reason")) + " "
                + receipt.path("statements")
                        .valueStream()
                        .filter(line -> line.path("outcome").asString("").equals("failed"))
                        .limit(3)
                        .map(Json::compact)
                        .toList()
                + " "
                + receipt.path("invariants")
                        .valueStream()
                        .filter(line -> line.path("outcome").asString("").equals("broken"))
                        .limit(5)
                        .map(Json::compact)
                        .toList();
    }

    private static SourceReaders.OpenedSource open(String name) {
        Settings settings = Settings.load(Path.of("no-such-folder"), Map.of());
        if (name.equals(Composition.SAMPLE)) {
            return Sources.open(name, List.of(), Optional.empty(), settings);
        }
        Path file = SCHEMAS.resolve(name + ".json");
        assumeTrue(Files.isRegularFile(file), name + " is not here: the folder of published schemas is absent");
        return Sources.open(file.toString(), List.of(), Optional.of(SCHEMAS.resolve("data/" + name)), settings);
    }

    /** Lets a composition end without ending the engine that all of them share. */
    private record Borrowed(Engine shared) implements Engine {
        @Override
        public io.lakewright.engine.EngineStatus status() {
            return shared.status();
        }

        @Override
        public void warmUp() {
            shared.warmUp();
        }

        @Override
        public List<Optional<io.lakewright.engine.SqlFailure>> parse(List<String> statements) {
            return shared.parse(statements);
        }

        @Override
        public io.lakewright.engine.EngineSession session(List<String> catalogs) {
            return shared.session(catalogs);
        }

        @Override
        public void close() {}
    }
}
