package io.lakewright.analyzer.read.postgres;

import io.lakewright.analyzer.read.ClosedRows;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.SourceKind;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import java.util.Optional;

/** A PostgreSQL database: its schema now, its rows when they are asked for. */
public record PostgresSource() implements SourceKind {

    @Override
    public String words() {
        return "jdbc:postgresql://host/database, postgresql://user@host/database";
    }

    @Override
    public boolean names(String source) {
        return PostgresUrl.matches(source);
    }

    @Override
    public Opened open(String source, ReadOptions options) {
        PostgresConnection connections =
                new PostgresConnection(PostgresUrl.parse(source), options.user(), options.password());
        SchemaReading reading = PostgresReader.read(connections, options.schemas());
        return new Opened(reading, Optional.of(rows(reading.schema(), connections)));
    }

    private static SourceRows rows(SourceSchema schema, PostgresConnection connections) {
        return new ClosedRows(schema, new PostgresRows(connections));
    }
}
