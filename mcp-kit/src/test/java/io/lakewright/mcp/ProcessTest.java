package io.lakewright.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ProcessTest {

    private static final Duration TIME = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void speaksWithAProgramAndEndsItWhenClosed() throws Exception {
        long before = ProcessHandle.current().children().count();
        ToolClient client = entry("").connect();
        try (client) {
            ToolAnswer answer = client.call("measure_thing", Json.read("{\"thing\": \"ab\"}"), TIME);

            assertThat(answer.text()).isEqualTo("ab measures 2.");
            assertThat(ProcessHandle.current().children().count()).isEqualTo(before + 1);
        }
        assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
        assertThatThrownBy(() -> client.call("crash", Json.object(), TIME)).hasMessageContaining("LW-1313");
    }

    @Test
    void failsCallsThatWaitWhenTheProgramDies() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try (ToolClient client = entry("").connect();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ToolAnswer> waiting = callers.submit(() -> client.call("wait", Json.object(), TIME));
            Thread.sleep(200);
            ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .forEach(ProcessHandle::destroyForcibly);

            assertThatThrownBy(waiting::get).hasMessageContaining("LW-1313");
        }
    }

    @Test
    void saysWhatAProgramSaidThatDoesNotStart() {
        assertThatThrownBy(() -> entry("die").connect())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("LW-1310")
                .extracting(e -> ((ProblemException) e).problem().details().get("stderr"))
                .asString()
                .contains("cannot go on");
        assertThatThrownBy(() -> ToolServers.process("none", List.of("/no/such/program"), Map.of()))
                .hasMessageContaining("LW-1310");
    }

    @Test
    void runsNoShell() {
        Path marker = folder.resolve("marker");

        assertThatThrownBy(() ->
                        ToolServers.process("shell", List.of("echo x && touch marker", ";touch " + marker), Map.of()))
                .hasMessageContaining("LW-1310");
        assertThatThrownBy(() -> ToolServers.process("shell", List.of("echo", "$(touch " + marker + ")"), Map.of()))
                .hasMessageContaining("LW-1310");
        assertThat(marker).doesNotExist();
    }

    @Test
    void passesOnlyHarmlessVariables() {
        Map<String, String> whole = ProcessEnvironment.of(
                "x", Map.of("PATH", "/bin", "ANTHROPIC_API_KEY", "k", "LD_PRELOAD", "l"), Map.of("OWN", "o"));

        assertThat(whole).containsExactlyInAnyOrderEntriesOf(Map.of("PATH", "/bin", "OWN", "o"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LD_PRELOAD", "NODE_OPTIONS", "JAVA_TOOL_OPTIONS", "dyld_insert_libraries", "A=B", ""})
    void refusesVariablesThatLoadCode(String name) {
        assertThatThrownBy(() -> ProcessEnvironment.of("x", Map.of(), Map.of(name, "v")))
                .hasMessageContaining("LW-1307");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./server", "../bin/server", "bin/server", " ", "server\nrm"})
    void refusesCommandsThatMeanDifferentThings(String program) {
        assertThatThrownBy(() -> ToolServers.process("x", List.of(program), Map.of()))
                .hasMessageContaining("LW-1307");
    }

    @Test
    void readsServersInTheFormOfClaudeDesktop() throws IOException {
        Path file = folder.resolve("servers.json");
        Files.writeString(file, """
                {"mcpServers": {
                  "local": {"command": "node", "args": ["server.js"], "env": {"KEY": "v"}, "disabled": false},
                  "remote": {"url": "http://127.0.0.1:8090/mcp"}}, "theme": "dark"}""");

        assertThat(McpServersFile.read(file).servers())
                .containsExactly(
                        new McpServersFile.Entry.Program("local", List.of("node", "server.js"), Map.of("KEY", "v")),
                        new McpServersFile.Entry.Remote("remote", java.net.URI.create("http://127.0.0.1:8090/mcp")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"mcpServers\": {\"a\": {}}}",
                "{\"mcpServers\": {\"a\": {\"command\": \"x\", \"url\": \"http://h\"}}}",
                "{\"mcpServers\": {\"a\": {\"command\": [\"x\"]}}}",
                "{\"mcpServers\": {\"a\": {\"command\": \"x\", \"args\": \"y\"}}}",
                "{\"mcpServers\": {\"a\": {\"command\": \"x\", \"env\": {\"K\": 1}}}}",
                "{\"mcpServers\": {\"a\": {\"url\": \"file:///etc/passwd\"}}}",
                "{\"mcpServers\": {\"a\": {\"url\": \"http://user:pass@h/mcp\"}}}",
                "{\"mcpServers\": {\"a b\": {\"command\": \"x\"}}}",
            })
    void refusesEntriesThatMakeNoSense(String json) {
        assertThatThrownBy(() -> McpServersFile.parse(json)).hasMessageContaining("LW-1306");
    }

    private McpServersFile.Entry entry(String argument) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new McpServersFile.Entry.Program(
                "workshop",
                List.of(java, "-cp", System.getProperty("java.class.path"), WorkshopMain.class.getName(), argument),
                Map.of());
    }
}
