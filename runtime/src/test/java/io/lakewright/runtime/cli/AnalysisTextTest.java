package io.lakewright.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.document.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnalysisTextTest {

    private static String printed(String analysis) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnalysisText.print(Json.mapper().readTree(analysis), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysTheKeyOfEachTableAndWhereThereIsNone() {
        String text = printed("""
                {"tables": [
                  {"qualified_name": "shop.lines", "primary_key": ["order_id", "line"], "columns": []},
                  {"qualified_name": "shop.export", "primary_key": [], "columns": []}],
                 "relationships": []}
                """);
        assertThat(text.lines().toList().get(1)).startsWith("shop.lines").endsWith("order_id, line");
        assertThat(text.lines().toList().get(2)).startsWith("shop.export").endsWith("none declared");
        assertThat(text).contains("No relationships");
    }

    @Test
    void listsWhatIsWorthAsking() {
        String text = printed("""
                {"tables": [
                  {"qualified_name": "shop.stock", "extraction": {"question": "Are rows ever deleted?"},
                   "modeling_suggestions": {"question": {"text": "Is it a fact, or a bridge?", "options": []}}},
                  {"qualified_name": "shop.lines"}],
                 "relationships": []}
                """);
        assertThat(text).endsWith("""
                Worth asking whoever knows the source:
                - Is it a fact, or a bridge?
                - Are rows ever deleted?
                """);
    }

    @Test
    void doesNotLetANameSteerTheTerminal() {
        String text = printed("{\"tables\": [{\"qualified_name\": \"a\\u001b[2Jb\"}], \"relationships\": []}");
        assertThat(text).contains("a[2Jb").doesNotContain("\u001b");
    }
}
