package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.naming.Names;
import java.util.List;
import java.util.stream.Collectors;

/** Names and sentences about tables. */
final class TableNames {

    private TableNames() {}

    /** The name in snake case with that prefix, once. */
    static String prefixed(String prefix, String name) {
        String snake = Names.snake(name);
        return snake.startsWith(prefix) ? snake : prefix + snake;
    }

    /** Says over which references a table is reached. */
    static String pathSentence(List<SourceRelationship> path) {
        String hops =
                path.stream().map(hop -> hop.fromText() + " -> " + hop.toText()).collect(Collectors.joining(", then "));
        return path.getLast().to().table() + " is reached from "
                + path.getFirst().from().table() + " over " + hops + ".";
    }
}
