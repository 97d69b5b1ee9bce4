package io.lakewright.analyzer.read;

import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import java.util.List;
import java.util.Optional;

/** A kind of source: which texts name one, and how its schema and rows are read. Stateless. */
public interface SourceKind {

    /** What the user gives, as a part of a sentence: "a .json file of schema facts". */
    String words();

    /** Whether the text names a source of this kind, as far as that can be told without opening it. */
    boolean names(String source);

    /** Variables that hold the name of a role for sources of this kind; the first that is set is taken. */
    default List<String> userVariables() {
        return List.of();
    }

    /** Variables that hold a password, key or token for sources of this kind; the first that is set is taken. */
    default List<String> passwordVariables() {
        return List.of();
    }

    /**
     * Reads the schema and offers the rows.
     *
     * @throws io.lakewright.core.ProblemException LW-15xx with one clear sentence when the source cannot be read or is
     *     empty
     */
    Opened open(String source, ReadOptions options);

    /**
     * What a source gave.
     *
     * @param rows the source's own rows, fetched when they are asked for; empty when it has none
     */
    record Opened(SchemaReading reading, Optional<SourceRows> rows) {

        public static Opened withoutRows(SchemaReading reading) {
            return new Opened(reading, Optional.empty());
        }

        public SourceSchema schema() {
            return reading.schema();
        }
    }
}
