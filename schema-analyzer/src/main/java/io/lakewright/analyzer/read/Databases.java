package io.lakewright.analyzer.read;

import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL database as a source: its schema now, its rows when they are asked for. */
public final class Databases {

    private final PostgresConnection connections;

    private Databases(PostgresConnection connections) {
        this.connections = connections;
    }

    /** @throws io.lakewright.core.ProblemException LW-1514 when the address is not one that we take */
    public static Databases at(String jdbcUrl, Optional<String> user, Optional<String> password) {
        return new Databases(new PostgresConnection(PostgresUrl.parse(jdbcUrl), user, password));
    }

    public SchemaReading schema(List<String> schemas) {
        return PostgresReader.read(connections, schemas);
    }

    public SourceRows rows(SourceSchema schema) {
        return new ClosedRows(schema, new PostgresRows(connections));
    }
}
