package io.lakewright.optimizer.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.document.Json;
import io.lakewright.mcp.Tool;
import io.lakewright.mcp.ToolServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Runs the cases beside the repository; without them there is nothing to run, and the test says so. */
class PublishedCasesTest {

    @TestFactory
    Stream<DynamicTest> holdsTheCases() throws IOException {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(folder -> folder.resolveSibling("shared").resolve("cases/databricks.json"))
                .filter(Files::isRegularFile)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "skipped: no ../shared/cases beside the repository");
        JsonNode document = Json.read(Files.readString(file.orElseThrow()));
        ToolServer server = DatabricksOptimizerServer.create();
        return document.path("cases")
                .valueStream()
                .flatMap(node -> server.tools().stream()
                        .filter(tool -> tool.name().equals(node.path("tool").asString("")))
                        .map(tool -> DynamicTest.dynamicTest(node.path("id").asString(""), () -> holds(tool, node))));
    }

    private static void holds(Tool<?> tool, JsonNode node) {
        JsonNode answer = tool.answer(node.path("input")).structured();
        List<String> broken = new ArrayList<>();
        node.path("must").forEach(assertion -> {
            if (!isMet(assertion, answer)) {
                broken.add("must " + assertion);
            }
        });
        node.path("must_not").forEach(assertion -> {
            if (isMet(assertion, answer)) {
                broken.add("must not " + assertion);
            }
        });
        assertThat(broken).as("%s%n%s", node, Json.pretty(answer)).isEmpty();
    }

    private static boolean isMet(JsonNode assertion, JsonNode answer) {
        if (assertion.has("finding")) {
            return answer.path("findings")
                    .valueStream()
                    .anyMatch(finding -> finding.path("code").equals(assertion.path("finding")));
        }
        if (assertion.has("sql")) {
            String sql =
                    answer.path("sql").valueStream().map(s -> s.asString("")).collect(Collectors.joining(" ; "));
            return found(assertion.path("sql"), sql.replaceAll("\\s+", " "));
        }
        if (assertion.has("text")) {
            return found(assertion.path("text"), answer.path("explanation").asString(""));
        }
        if (assertion.has("valid")) {
            return answer.path("valid").equals(assertion.path("valid"));
        }
        return lies(assertion, answer.path("numbers"));
    }

    private static boolean found(JsonNode pattern, String text) {
        return Pattern.compile(pattern.asString(""), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(text)
                .find();
    }

    private static boolean lies(JsonNode assertion, JsonNode numbers) {
        JsonNode value = numbers.at("/" + assertion.path("num").asString("").replace('.', '/'));
        double low = assertion.path("between").path(0).asDouble();
        double high = assertion.path("between").path(1).asDouble();
        return value.isNumber() && value.asDouble() >= low * 0.99 && value.asDouble() <= high * 1.01;
    }
}
