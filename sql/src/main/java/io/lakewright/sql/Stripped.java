package io.lakewright.sql;

import io.lakewright.sql.node.SqlNode;
import java.util.List;
import java.util.Optional;

/**
 * A statement as open-source Spark and Delta run it.
 *
 * @param text empty when the statement is metadata only and nothing remains
 * @param node the tree behind the text
 * @param applied the rules that left something out, in order
 */
public record Stripped(Optional<String> text, Optional<SqlNode> node, List<StripRule> applied) {
    public Stripped {
        applied = List.copyOf(applied);
    }
}
