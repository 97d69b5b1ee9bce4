package io.lakewright.analyzer.read.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever schema a dialect can write down, reading it back gives the same schema. */
class DdlRoundTripTest {

    private static final List<String> NAMES = List.of(
            "Order",
            "select",
            "a b",
            "ünïcode",
            "it's",
            "semi;colon",
            "-- no comment",
            "/*",
            "x)",
            "KEY",
            "primary",
            "quote\"d",
            "back`tick",
            "brack]et",
            "$1",
            "名前",
            "as",
            "check",
            "comment",
            "GO",
            "null",
            "unique");

    private static final Map<DdlDialect, List<String>> TYPES = Map.of(
            DdlDialect.POSTGRESQL,
            List.of("integer", "character varying(20)", "numeric(10,2)", "timestamp with time zone", "text[]", "uuid"),
            DdlDialect.MYSQL,
            List.of("int unsigned", "varchar(20)", "decimal(10,2)", "enum('a','b,c')", "datetime(6)"),
            DdlDialect.SQL_SERVER,
            List.of("int", "nvarchar(max)", "decimal(10,2)", "datetimeoffset(7)", "uniqueidentifier"),
            DdlDialect.DATABRICKS,
            List.of("bigint", "string", "decimal(10,2)", "struct<a:int,b:array<string>>", "map<string,int>"));

    private static Stream<Arguments> schemas() {
        return Stream.of(DdlDialect.values())
                .flatMap(dialect -> IntStream.range(0, 25).mapToObj(seed -> Arguments.of(dialect, seed)));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void readsBackWhatIsWritten(DdlDialect dialect, int seed) {
        SourceSchema schema = new SourceSchema("s", "", "s.sql", tables(dialect, new Random(seed)));
        String script = new Printer(dialect).print(schema);
        assertThat(DdlDialect.of(script)).as(script).isEqualTo(dialect);
        SchemaReading reading = DdlReader.read(script, "s", "s.sql");

        assertThat(reading.warnings()).as(script).isEmpty();
        assertThat(reading.schema()).as(script).isEqualTo(schema);
    }

    private static List<SourceTable> tables(DdlDialect dialect, Random random) {
        List<SourceTable> tables = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            tables.add(table(dialect, random, i, tables));
        }
        return tables;
    }

    private static SourceTable table(DdlDialect dialect, Random random, int number, List<SourceTable> before) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            String type = i == 0 ? TYPES.get(dialect).getFirst() : pick(random, TYPES.get(dialect));
            String comment = random.nextInt(4) == 0 ? "of '" + pick(random, NAMES) + "'" : "";
            columns.add(new Column(
                    pick(random, NAMES) + i,
                    type,
                    dialect.lakeType(type),
                    i > 0 && random.nextBoolean(),
                    false,
                    false,
                    Optional.of(comment).filter(text -> !text.isEmpty()),
                    Optional.empty(),
                    type.startsWith("enum") ? List.of("a", "b,c") : List.of()));
        }
        List<String> key = List.of(columns.getFirst().name());
        List<List<String>> unique = columns.size() > 2
                ? List.of(List.of(columns.get(2).name(), columns.get(1).name()))
                : List.of();
        List<ForeignKey> references = before.isEmpty() || columns.size() < 2
                ? List.of()
                : List.of(ForeignKey.declared(
                        List.of(columns.get(1).name()),
                        before.getLast().name(),
                        before.getLast().primaryKey()));
        // MySQL and Databricks write no unique keys that other dialects have as constraints.
        return new SourceTable(
                new TableName(pick(random, NAMES), pick(random, NAMES) + number),
                columns,
                key,
                dialect == DdlDialect.DATABRICKS ? List.of() : unique,
                references,
                Optional.empty(),
                random.nextBoolean() ? Optional.of("about " + pick(random, NAMES)) : Optional.empty());
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Writes a schema down as the database would. */
    private record Printer(DdlDialect dialect) {

        String print(SourceSchema schema) {
            StringBuilder script = new StringBuilder(header());
            schema.tables().forEach(table -> script.append(create(table)));
            schema.tables().forEach(table -> table.foreignKeys().forEach(key -> script.append(reference(table, key))));
            schema.tables().forEach(table -> script.append(comments(table)));
            return script.toString();
        }

        private String header() {
            return switch (dialect) {
                case POSTGRESQL -> "SET search_path = nowhere;\n";
                case MYSQL ->
                    "-- MySQL dump\n/*!40101 SET NAMES utf8 */;\n/*!40101 SET x=1 */;\n/*!40101 SET y=1 */;\n";
                case SQL_SERVER -> "SET ANSI_NULLS ON\nGO\nSET QUOTED_IDENTIFIER ON\nGO\nUSE [x]\nGO\n";
                case DATABRICKS -> "-- tblproperties, not enforced, rely, using delta\n";
            };
        }

        private String create(SourceTable table) {
            List<String> parts = new ArrayList<>();
            table.columns().forEach(column -> parts.add(column(column)));
            parts.add("PRIMARY KEY " + (dialect == DdlDialect.SQL_SERVER ? "CLUSTERED " : "")
                    + names(table.primaryKey()));
            table.unique()
                    .forEach(key ->
                            parts.add((dialect == DdlDialect.MYSQL ? "UNIQUE KEY `u` " : "UNIQUE ") + names(key)));
            String comment = table.comment().map(this::text).orElse("");
            String options = switch (dialect) {
                case POSTGRESQL, SQL_SERVER -> "";
                case MYSQL -> " ENGINE=InnoDB" + (comment.isEmpty() ? "" : " COMMENT=" + comment);
                case DATABRICKS -> " USING DELTA" + (comment.isEmpty() ? "" : " COMMENT " + comment);
            };
            return "CREATE TABLE " + name(table.name()) + " (\n  " + String.join(",\n  ", parts) + "\n)" + options
                    + end();
        }

        private String column(Column column) {
            boolean inline = dialect == DdlDialect.MYSQL || dialect == DdlDialect.DATABRICKS;
            return name(column.name()) + " " + column.type() + (column.nullable() ? "" : " NOT NULL")
                    + (inline
                            ? column.comment()
                                    .map(text -> " COMMENT " + text(text))
                                    .orElse("")
                            : "");
        }

        private String reference(SourceTable table, ForeignKey key) {
            return "ALTER TABLE " + name(table.name()) + (dialect == DdlDialect.SQL_SERVER ? " WITH CHECK" : "")
                    + " ADD CONSTRAINT " + name("fk") + " FOREIGN KEY " + names(key.columns()) + " REFERENCES "
                    + name(key.references()) + " " + names(key.referencedColumns()) + end();
        }

        private String comments(SourceTable table) {
            StringBuilder comments = new StringBuilder();
            if (dialect == DdlDialect.POSTGRESQL) {
                table.comment()
                        .ifPresent(text -> comments.append(
                                "COMMENT ON TABLE " + name(table.name()) + " IS " + text(text) + ";\n"));
                table.columns()
                        .forEach(column -> column.comment()
                                .ifPresent(text -> comments.append("COMMENT ON COLUMN " + name(table.name()) + "."
                                        + name(column.name()) + " IS " + text(text) + ";\n")));
            } else if (dialect == DdlDialect.SQL_SERVER) {
                String place = ", @level0type=N'SCHEMA',@level0name=N"
                        + text(table.name().schema()) + ", @level1type=N'TABLE',@level1name=N"
                        + text(table.name().table());
                String start = "EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N";
                table.comment().ifPresent(text -> comments.append(start + text(text) + place + "\nGO\n"));
                table.columns()
                        .forEach(column -> column.comment()
                                .ifPresent(text -> comments.append(start + text(text) + place
                                        + ", @level2type=N'COLUMN',@level2name=N" + text(column.name()) + "\nGO\n")));
            }
            return comments.toString();
        }

        private String end() {
            return dialect == DdlDialect.SQL_SERVER ? "\nGO\n" : ";\n";
        }

        private String names(List<String> columns) {
            return columns.stream().map(this::name).collect(Collectors.joining(", ", "(", ")"));
        }

        private String name(TableName name) {
            return name(name.schema()) + "." + name(name.table());
        }

        private String name(String name) {
            return switch (dialect) {
                case POSTGRESQL -> '"' + name.replace("\"", "\"\"") + '"';
                case MYSQL, DATABRICKS -> '`' + name.replace("`", "``") + '`';
                case SQL_SERVER -> '[' + name.replace("]", "]]") + ']';
            };
        }

        private String text(String text) {
            return dialect == DdlDialect.DATABRICKS
                    ? "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
                    : "'" + text.replace("'", "''") + "'";
        }
    }
}
