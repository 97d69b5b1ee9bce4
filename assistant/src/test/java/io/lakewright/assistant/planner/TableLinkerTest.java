package io.lakewright.assistant.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.document.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Words of everyday English that are also names of tables. */
final class TableLinkerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create a track dimension with venue",
                "create the track dimension, with venue",
                "i want a dimension for track with venue",
                "build the hub of track with venue",
                "create a dimension track with venue"
            })
    void anEverydayWordNamesItsTableWhereItNamesAStructure(String words) {
        assertThat(sources(words)).containsExactly("public.track", "public.venue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "track dimension changes of venue",
                "make dimension track changes of venue",
                "create a dimension of venue and track its changes"
            })
    void anEverydayWordStaysAWordElsewhere(String words) {
        assertThat(sources(words)).containsExactly("public.venue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create a dimension from orders", "a star for orders"})
    void aTableMayAddToItsNameWhatSaysNothingOfItsContent(String words) {
        assertThat(sources(words, "orders_export", "order_rules", "purchases")).containsExactly("public.orders_export");
    }

    private static List<String> sources(String words) {
        return sources(words, "track", "venue");
    }

    private static List<String> sources(String words, String... names) {
        ArrayNode tables = Json.array();
        for (String name : names) {
            ObjectNode table = Json.object();
            table.put("schema", "public").put("name", name).put("qualified_name", "public." + name);
            tables.add(table);
        }
        ObjectNode facts = Json.object();
        facts.set("tables", tables);
        return new TableLinker(Lexicon.load(), Catalogue.read(facts), List.of())
                .link(Utterance.of(words)).stream()
                        .flatMap(mention -> mention.ids().stream())
                        .toList();
    }
}
