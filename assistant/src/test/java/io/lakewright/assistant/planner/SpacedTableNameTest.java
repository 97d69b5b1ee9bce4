package io.lakewright.assistant.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.document.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A name of several words is found also where it is written with spaces and each word is an everyday one. */
final class SpacedTableNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data vault 2.0 for orders, order details, venue",
                "data vault 2.0 for order details, orders and venue",
                "data vault 2.0 for venue, orders and order_details"
            })
    void everydayWordsTogetherNameTheTableThatIsCalledLikeThem(String words) {
        assertThat(sources(words)).containsExactlyInAnyOrder("public.orders", "public.order_details", "public.venue");
    }

    private static List<String> sources(String words) {
        ArrayNode tables = Json.array();
        for (String name : List.of("orders", "order_details", "venue")) {
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
