package io.lakewright.analyzer.sample;

import io.lakewright.analyzer.read.ClosedRows;
import io.lakewright.analyzer.read.JsonFactsReader;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The sample workspace, ready to be used: its schema with exact statistics, and its rows. */
public final class Sample {

    /** The source text and workspace id under which it is known. */
    public static final String NAME = "sample";

    private Sample() {}

    /** The schema with the statistics of all rows; read from a snapshot, so it costs milliseconds. */
    public static SourceSchema schema() {
        return Snapshot.SCHEMA;
    }

    /** At most 1,000 rows a table, closed under foreign keys; made on demand. */
    public static SourceRows rows() {
        return new ClosedRows(Snapshot.SCHEMA, new SampleStore());
    }

    /** The schema as its DDL says, without statistics. */
    static SchemaReading declared() {
        return DdlReader.read(resource("retail.sql"), NAME, "Lakewright sample");
    }

    private static String resource(String name) {
        try (InputStream stream = Sample.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read once, on first use. */
    private static final class Snapshot {
        static final SourceSchema SCHEMA =
                JsonFactsReader.read(Json.read(resource("retail.json")), NAME).schema();
    }
}
