package io.lakewright.analyzer.read.jdbc;

import io.lakewright.analyzer.read.ClosedRows;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.SourceKind;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A database with a JDBC driver: its schema now, its rows when they are asked for. */
public record JdbcSource() implements SourceKind {

    @Override
    public String words() {
        return "jdbc:sqlite:FILE, jdbc:mysql://host/database or another JDBC address";
    }

    @Override
    public boolean names(String source) {
        return source.strip().toLowerCase(Locale.ROOT).startsWith("jdbc:");
    }

    @Override
    public Opened open(String source, ReadOptions options) {
        JdbcAddress address = JdbcAddress.parse(source);
        Path folder =
                options.drivers().orElseGet(() -> Path.of(System.getProperty("user.home"), ".lakewright", "drivers"));
        JdbcConnection connections =
                new JdbcConnection(address, DriverFolder.driver(address, folder), options.user(), options.password());
        SchemaReading reading = JdbcReader.read(connections, options.schemas());
        return new Opened(reading, Optional.of(new ClosedRows(reading.schema(), new JdbcRows(connections))));
    }
}
