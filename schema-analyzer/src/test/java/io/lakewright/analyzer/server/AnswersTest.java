package io.lakewright.analyzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SharedSchemas;
import io.lakewright.analyzer.read.JsonFactsReader;
import io.lakewright.analyzer.sample.Sample;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.mcp.ToolAnswer;
import io.lakewright.mcp.ToolServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The answers of the brief's tools, word by word. Those about the sample stand in files; of those about a large published
 * schema, which is not ours to copy, the digests do. {@code -Dgolden.update=true} writes them anew: read the difference.
 */
class AnswersTest {

    private static final Path FOLDER = Path.of("src/test/resources/answers");

    private static String page(SourceSchema schema, Map<String, List<String>> calls) {
        ToolServer server = SchemaAnalyzerServer.create(new OneWorkspace(schema, SourceRows.none()));
        StringBuilder page = new StringBuilder();
        calls.forEach((tool, all) -> all.forEach(arguments -> {
            ToolAnswer answer = server.answer(server.tool(tool).orElseThrow(), Json.read(arguments));
            assertThat(answer.error()).as(answer.text()).isFalse();
            page.append("== ")
                    .append(tool)
                    .append(' ')
                    .append(arguments)
                    .append('\n')
                    .append(answer.text().strip())
                    .append('\n')
                    .append(Json.pretty(answer.structured()))
                    .append('\n');
        }));
        return page.toString();
    }

    private static void compare(String file, String actual) throws Exception {
        Path golden = FOLDER.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    @Test
    void answersAboutTheSample() throws Exception {
        Map<String, List<String>> calls = new LinkedHashMap<>();
        calls.put("analyze_schema", List.of("{\"tables\": [\"product\", \"productcategory\"]}"));
        calls.put(
                "find_relationships",
                List.of(
                        "{\"source_table\": \"orders\"}",
                        "{\"source_table\": \"orderlines\", \"target_table\": \"productcategory\"}"));
        calls.put("suggest_keys", List.of("{\"table_name\": \"product\"}", "{\"table_name\": \"orderlines\"}"));
        calls.put(
                "get_table_metadata", List.of("{\"table_names\": [\"stores\", \"storez\"], \"include_stats\": false}"));
        calls.put("detect_modeling_patterns", List.of("{}"));
        compare("sample.txt", page(Sample.schema(), calls));
    }

    @Test
    void answersAboutALargePublishedSchema() throws Exception {
        SourceSchema schema = JsonFactsReader.read(SharedSchemas.folder().resolve("adventureworks.json"))
                .schema();
        List<String> tables = List.of("product", "salesorderheader", "salesorderdetail", "employee", "person");
        Map<String, List<String>> calls = new LinkedHashMap<>();
        calls.put("analyze_schema", List.of("{}"));
        calls.put(
                "find_relationships",
                tables.stream()
                        .map(table -> "{\"source_table\": \"" + table + "\"}")
                        .toList());
        calls.put(
                "suggest_keys",
                tables.stream()
                        .map(table -> "{\"table_name\": \"" + table + "\"}")
                        .toList());
        calls.put("get_table_metadata", List.of("{\"table_names\": [\"product\", \"salesorderheader\"]}"));
        calls.put("detect_modeling_patterns", List.of("{}"));
        StringBuilder digests = new StringBuilder();
        for (Map.Entry<String, List<String>> call : calls.entrySet()) {
            String page = page(schema, Map.of(call.getKey(), call.getValue()));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8));
            digests.append(call.getKey())
                    .append(' ')
                    .append(HexFormat.of().formatHex(digest))
                    .append('\n');
        }
        compare("adventureworks.sha256", digests.toString());
    }
}
