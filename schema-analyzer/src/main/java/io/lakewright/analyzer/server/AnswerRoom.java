package io.lakewright.analyzer.server;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** How much an answer may hold, so that no brain is flooded: about 25,000 tokens of three characters. */
final class AnswerRoom {

    static final int CHARACTERS = 75_000;

    private AnswerRoom() {}

    /** Adds as many entries as there is room for; tells how many were left out. */
    static <T> int fill(ArrayNode array, List<T> entries, Function<T, ? extends JsonNode> form) {
        int taken = 0;
        for (int i = 0; i < entries.size(); i++) {
            JsonNode node = form.apply(entries.get(i));
            taken += node.toString().length();
            if (taken > CHARACTERS) {
                return entries.size() - i;
            }
            array.add(node);
        }
        return 0;
    }
}
