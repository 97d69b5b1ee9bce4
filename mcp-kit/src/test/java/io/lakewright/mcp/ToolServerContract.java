package io.lakewright.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every tool server keeps, on every transport (contracts section 5). A server's test extends it and says which
 * calls must succeed: at least one for each tool.
 */
public abstract class ToolServerContract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String UNKNOWN = "no_such_argument";

    /** The server under test; asked once a test. */
    protected abstract ToolServer server();

    /** Calls that must succeed. */
    protected abstract List<SampleCall> samples();

    /** How long one call may take. */
    protected Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** The ways to reach a server. */
    enum Transport {
        IN_MEMORY,
        STDIO,
        HTTP
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void tellsItsToolsCompletely(Transport transport) {
        ToolServer server = server();
        try (Connection connection = connect(server, transport)) {
            List<ToolInfo> tools = connection.client().tools();

            assertThat(connection.client().instructions()).isNotBlank();
            assertThat(tools).isNotEmpty();
            assertThat(tools)
                    .extracting(ToolInfo::name)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
            assertThat(tools)
                    .usingRecursiveComparison()
                    .isEqualTo(server.tools().stream().map(Tool::info).toList());
            assertThat(tools).allSatisfy(ToolServerContract::isDescribed);
        }
    }

    private static void isDescribed(ToolInfo tool) {
        assertThat(tool.description()).isNotBlank();
        assertThat(tool.inputSchema().path("type").asString("")).isEqualTo("object");
        assertThat(tool.inputSchema().path("additionalProperties").asBoolean(true))
                .isFalse();
        assertThat(tool.outputSchema()).isPresent();
        assertThat(tool.outputSchema().orElseThrow().path("type").asString("")).isEqualTo("object");
        assertThat(tool.effects().readOnly() && tool.effects().destructive()).isFalse();
        isSchema(tool.inputSchema());
        isSchema(tool.outputSchema().orElseThrow());
        tool.inputSchema()
                .path("properties")
                .forEach(property -> property.path("examples")
                        .forEach(example ->
                                assertThat(validate(property, example)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> answersTheSamplesInTheFormOfTheirSchemas() {
        return eachTransport(connection -> {
            for (SampleCall sample : samples()) {
                ToolAnswer answer = connection.client().call(sample.tool(), sample.arguments(), patience());
                ToolInfo tool = tool(connection, sample.tool());

                assertThat(answer.error())
                        .as("%s failed: %s", sample.tool(), answer.text())
                        .isFalse();
                assertThat(answer.text()).as("text of %s", sample.tool()).isNotBlank();
                assertThat(answer.text().length()).isLessThanOrEqualTo(ToolAnswer.TEXT_LIMIT);
                assertThat(validate(tool.outputSchema().orElseThrow(), answer.structured()))
                        .as("answer of %s against its schema", sample.tool())
                        .isEmpty();
                hasNoStackTrace(answer);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> namesAnUnknownArgument() {
        return eachTransport(connection -> {
            for (SampleCall sample : samples()) {
                ObjectNode args = ((ObjectNode) sample.arguments().deepCopy()).put(UNKNOWN, 1);

                refuses(connection, sample.tool(), args, UNKNOWN);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> namesAnArgumentOfTheWrongType() {
        return eachTransport(connection -> {
            for (SampleCall sample : samples()) {
                JsonNode properties =
                        tool(connection, sample.tool()).inputSchema().path("properties");
                for (String name : properties.propertyNames()) {
                    Optional<JsonNode> wrong = wrongValue(properties.path(name));
                    if (wrong.isPresent()) {
                        ObjectNode args = (ObjectNode) sample.arguments().deepCopy();
                        args.set(name, wrong.get());

                        refuses(connection, sample.tool(), args, name);
                    }
                }
            }
        });
    }

    @Test
    void hasASampleForEveryTool() {
        assertThat(samples())
                .extracting(SampleCall::tool)
                .containsAll(server().tools().stream().map(Tool::name).toList());
    }

    private void refuses(Connection connection, String tool, JsonNode args, String argument) {
        ToolAnswer answer = connection.client().call(tool, args, patience());

        assertThat(answer.error()).as("%s took %s", tool, args).isTrue();
        Problem problem = answer.problem().orElseThrow();
        assertThat(problem.code()).isEqualTo("LW-1301");
        assertThat(problem.message()).contains(argument);
        assertThat(problem.details().get("argument")).startsWith(argument);
        hasNoStackTrace(answer);
    }

    // A value that fits no branch; open arguments have none.
    private static Optional<JsonNode> wrongValue(JsonNode property) {
        return Stream.of("{\"x\": {}}", "[[[]]]", "true", "\"\\u0001\"", "-1.5")
                .map(Json::read)
                .filter(value -> !validate(property, value).isEmpty())
                .findFirst();
    }

    private static void hasNoStackTrace(ToolAnswer answer) {
        assertThat(answer.text() + answer.structured())
                .doesNotContainPattern("\\bat [a-z]+\\.[\\w.$]+\\([A-Za-z]+\\.java:\\d+\\)")
                .doesNotContainPattern("java\\.[a-z.]+\\.[A-Z]\\w*(Exception|Error)");
    }

    private static ToolInfo tool(Connection connection, String name) {
        return connection.client().tools().stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void isSchema(JsonNode schema) {
        Schema meta = SCHEMAS.getSchema(
                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(schema)).isEmpty();
    }

    private static List<com.networknt.schema.Error> validate(JsonNode schema, JsonNode value) {
        return SCHEMAS.getSchema(schema).validate(value);
    }

    private Stream<DynamicTest> eachTransport(java.util.function.Consumer<Connection> check) {
        return Stream.of(Transport.values())
                .map(transport -> DynamicTest.dynamicTest(transport.name(), () -> {
                    try (Connection connection = connect(server(), transport)) {
                        check.accept(connection);
                    }
                }));
    }

    private static Connection connect(ToolServer server, Transport transport) {
        return switch (transport) {
            case IN_MEMORY -> new Connection(ToolServers.inMemory(server), () -> {});
            case HTTP -> {
                HttpServer running = HttpServer.start(server, 0);
                yield new Connection(ToolServers.http(server.name(), running.uri()), running::close);
            }
            case STDIO -> overPipes(server);
        };
    }

    private static Connection overPipes(ToolServer server) {
        try {
            Pipe requests = Pipe.open();
            Pipe answers = Pipe.open();
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread running = Thread.ofPlatform().daemon().start(() -> {
                try (OutputStream out = Channels.newOutputStream(answers.sink());
                        InputStream in = Channels.newInputStream(requests.source())) {
                    StdioServer.run(server, in, out);
                } catch (IOException | RuntimeException e) {
                    failure.set(e);
                }
            });
            ToolClient client = ToolServers.streams(
                    server.name(),
                    Channels.newInputStream(answers.source()),
                    Channels.newOutputStream(requests.sink()));
            return new Connection(client, () -> {
                try {
                    assertThat(running.join(Duration.ofSeconds(10)))
                            .as("the server ends with its input")
                            .isTrue();
                    assertThat(failure.get()).isNull();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Connection(ToolClient client, Runnable after) implements AutoCloseable {
        @Override
        public void close() {
            client.close();
            after.run();
        }
    }
}
