package io.lakewright.sql;

import io.lakewright.sql.internal.OpenSourceForm;
import io.lakewright.sql.node.Form;
import io.lakewright.sql.node.SqlNode;
import io.lakewright.sql.node.SqlWriter;
import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param purpose what it does, in one sentence
 * @param node the tree from which every text is made
 * @param check set on a test: the query answers the rows that break it
 */
public record Statement(String purpose, SqlNode node, Optional<Check> check) {

    /**
     * What a test shows.
     *
     * @param testId kind of test of modeling.md 2.0, such as {@code T-UNQ}
     * @param shows what holds when no row comes back
     */
    public record Check(String testId, String shows) {}

    public static Statement of(String purpose, SqlNode node) {
        return new Statement(purpose, node, Optional.empty());
    }

    public static Statement test(String testId, String shows, SqlNode node) {
        return new Statement(shows, node, Optional.of(new Check(testId, shows)));
    }

    /** The statement without semicolon. */
    public String text() {
        return new SqlWriter(Form.TEXT).write(node);
    }

    /** The statement as open-source Spark and Delta take it. */
    public Stripped forOpenSource() {
        return OpenSourceForm.of(node);
    }
}
