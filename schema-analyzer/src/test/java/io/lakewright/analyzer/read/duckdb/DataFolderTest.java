package io.lakewright.analyzer.read.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void findsTypesThatEveryValueHasAndKeepsLeadingZeros() throws Exception {
        write("items.csv", """
                code,amount,price,small,ok,day,at,zoned,id,big,mixed,nothing,science
                007,1,1.50,0.1,true,2024-01-02,2024-01-02 10:00:00,2024-01-02T10:00:00Z,6f1c1f6e-0b5c-4d38-9a61-0d7f7e1a2b3c,12345678901234567890,1,,1e5
                0010,-20,12.125,0.25,FALSE,2024-02-29,2024-01-02T10:00,2024-01-02 10:00:00+02:00,6f1c1f6e-0b5c-4d38-9a61-0d7f7e1a2b3d,1,x,,2.5
                """);

        assertThat(types(open(), "public", "items"))
                .containsExactly(
                        "code text STRING",
                        "amount bigint BIGINT",
                        "price numeric(18,3) DECIMAL(18,3)",
                        "small numeric(18,2) DECIMAL(18,2)",
                        "ok boolean BOOLEAN",
                        "day date DATE",
                        "at timestamp without time zone TIMESTAMP_NTZ",
                        "zoned timestamp with time zone TIMESTAMP",
                        "id uuid STRING",
                        "big numeric(38,0) DECIMAL(38,0)",
                        "mixed text STRING",
                        "nothing text STRING",
                        "science double precision DOUBLE");
    }

    @Test
    void countsAllRowsAndSaysWhatItsFiguresAreBasedOn() throws Exception {
        StringBuilder text = new StringBuilder("id;group;note\n");
        for (int i = 1; i <= 30_000; i++) {
            text.append(i)
                    .append(';')
                    .append(i % 7)
                    .append(';')
                    .append(i % 4 == 0 ? "" : "n" + i)
                    .append('\n');
        }
        write("events.csv", text.toString());
        SourceTable table = table(open(), "public", "events");

        assertThat(table.rowCount()).contains(30_000L);
        assertThat(table.primaryKey()).as("files declare no keys").isEmpty();
        assertThat(profile(table, "id").basis()).isEqualTo(ColumnProfile.Basis.EXACT);
        assertThat(profile(table, "id").distinctCount()).contains(30_000L);
        assertThat(profile(table, "id").maximum()).as("in the order of numbers").contains("30000");
        assertThat(profile(table, "group").distinctCount()).contains(7L);
        assertThat(profile(table, "note").nullShare()).contains(0.25);
        assertThat(table.column("note").orElseThrow().nullable()).isTrue();
        assertThat(table.column("id").orElseThrow().nullable()).isFalse();
    }

    @Test
    void namesBrokenLinesAndReadsTheRest() throws Exception {
        write("sales.product.csv", """
                code,name,price
                1,"Ann, ""x"" and
                two lines",1.50
                2,too,many,fields
                short
                3,c,2
                4,"never closed,3
                5,lost,4
                """);
        OpenedSource source = open();

        assertThat(table(source, "sales", "product").rowCount()).contains(2L);
        assertThat(source.warnings()).hasSize(3);
        assertThat(source.warnings().get(0)).contains("Line 4 of \"sales.product.csv\"", "more fields");
        assertThat(source.warnings().get(1)).contains("Line 5 ", "fewer fields");
        assertThat(source.warnings().get(2)).contains("Line 7 ", "a quote is not closed");
    }

    @Test
    void takesASubFolderForOneTableWithItsPartitionsAsColumns() throws Exception {
        write("orders/year=2024/month=01/part-0.csv", "id,total\n1,10\n2,20\n");
        write("orders/year=2024/month=02/part-0.csv", "id,total\n3,30\n");
        write("orders/year=2025/month=01/part-0.csv", "total,id,channel\n40,4,web\n");
        OpenedSource source = open();
        SourceTable orders = table(source, "public", "orders");

        assertThat(types(source, "public", "orders"))
                .containsExactly(
                        "id bigint BIGINT",
                        "total bigint BIGINT",
                        "year bigint BIGINT",
                        "month text STRING",
                        "channel text STRING");
        assertThat(orders.rowCount()).contains(4L);
        assertThat(source.rows().read(orders.name(), 10).orElseThrow().values())
                .containsExactlyInAnyOrder(
                        Arrays.asList("1", "10", "2024", "01", null),
                        Arrays.asList("2", "20", "2024", "01", null),
                        Arrays.asList("3", "30", "2024", "02", null),
                        Arrays.asList("4", "40", "2025", "01", "web"));
    }

    @Test
    void takesASubFolderOfDifferentFilesForASchema() throws Exception {
        write("crm/customer.csv", "customer_id,name\n1,a\n");
        write("crm/invoice.csv", "invoice_id,customer,total,day\n1,1,2,2024-01-01\n");
        write("erp/items/a.csv", "item\n1\n");
        write("erp/items/b.csv", "item\n2\n");
        write("erp/stock.csv", "item,amount\n1,1\n");

        assertThat(open().schema().tables())
                .extracting(table -> table.name().text())
                .containsExactlyInAnyOrder("crm.customer", "crm.invoice", "erp.items", "erp.stock");
    }

    @Test
    void readsParquetWithItsOwnTypes() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT range AS id, '00' || range AS code, (range * 1.5)::DECIMAL(10,2) AS price,"
                    + " DATE '2024-01-01' + range::INTEGER AS day, TIMESTAMPTZ '2024-01-01 00:00:00+00' AS at,"
                    + " [1, 2] AS list, {'a': 1} AS inner, 'x'::BLOB AS bytes, 1::UTINYINT AS tiny,"
                    + " CASE WHEN range < 5 THEN NULL ELSE 1.5::FLOAT END AS ratio, 2024 AS year FROM range(10))"
                    + " TO '" + folder.resolve("sale") + "' (FORMAT parquet, PARTITION_BY (year))");
        }
        OpenedSource source = open();
        SourceTable sale = table(source, "public", "sale");

        assertThat(types(source, "public", "sale"))
                .containsExactly(
                        "id bigint BIGINT",
                        "code varchar STRING",
                        "price decimal(10,2) DECIMAL(10,2)",
                        "day date DATE",
                        "at timestamp with time zone TIMESTAMP",
                        "list integer[] ARRAY<INT>",
                        "inner struct(a integer) STRING",
                        "bytes blob BINARY",
                        "tiny utinyint SMALLINT",
                        "ratio float FLOAT",
                        "year bigint BIGINT");
        assertThat(sale.rowCount()).contains(10L);
        assertThat(profile(sale, "ratio").nullShare()).contains(0.5);
        assertThat(profile(sale, "price").maximum()).contains("13.50");
        SourceRows.Rows rows = source.rows().read(sale.name(), 1).orElseThrow();
        assertThat(rows.columns()).doesNotContain("bytes");
        assertThat(rows.values().getFirst())
                .isEqualTo(Arrays.asList(
                        "0",
                        "000",
                        "0.00",
                        "2024-01-01",
                        "2024-01-01 00:00:00+00",
                        "[1, 2]",
                        "{'a': 1}",
                        "1",
                        null,
                        "2024"));
    }

    @Test
    void keepsDifferentParquetFilesOfASubFolderApart() throws Exception {
        Files.createDirectories(folder.resolve("raw"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 1 AS a, 2 AS b) TO '" + folder.resolve("raw/x.parquet") + "'");
            statement.execute("COPY (SELECT 1 AS c, 2 AS d) TO '" + folder.resolve("raw/y.parquet") + "'");
        }

        assertThat(open().schema().tables())
                .extracting(table -> table.name().text())
                .containsExactly("raw.x", "raw.y");
    }

    @Test
    void tellsNullFromTheEmptyStringInTextOnly() throws Exception {
        write("t.csv", "id,note,amount\n\"1\",\"\",\"\"\n\"2\",,\"5\"\n");
        OpenedSource source = open();

        assertThat(types(source, "public", "t"))
                .containsExactly("id bigint BIGINT", "note text STRING", "amount bigint BIGINT");
        assertThat(source.rows()
                        .read(new TableName("public", "t"), 10)
                        .orElseThrow()
                        .values())
                .containsExactly(Arrays.asList("1", "", null), Arrays.asList("2", null, "5"));
    }

    @Test
    void fetchesParentsByKeyWithoutTakingValuesForSql() throws Exception {
        write("p.csv", "code,name\n\"a'; DROP TABLE x; --\",one\n'b,two\n");
        OpenedSource source = open();
        FolderRows rows = rowsOf("p");
        SourceTable table = table(source, "public", "p");

        assertThat(rows.byKey(table, List.of("code"), java.util.Set.of(List.of("a'; DROP TABLE x; --")))
                        .values())
                .containsExactly(List.of("a'; DROP TABLE x; --", "one"));
        assertThat(rows.byKey(table, List.of("CODE", "name"), java.util.Set.of(List.of("'b", "two"), List.of("x", "y")))
                        .values())
                .containsExactly(List.of("'b", "two"));
    }

    @Test
    void followsNoLinkAndReadsNoFileTwice() throws Exception {
        Path outside = Files.createTempDirectory("outside");
        Files.writeString(outside.resolve("secret.csv"), "canary\n1\n");
        write("t.csv", "a\n1\n");
        Files.createSymbolicLink(folder.resolve("linked.csv"), outside.resolve("secret.csv"));
        Files.createSymbolicLink(folder.resolve("linked"), outside);
        OpenedSource source = open();

        assertThat(source.schema().tables())
                .extracting(table -> table.name().text())
                .containsExactly("public.t");
        assertThat(source.warnings()).hasSize(2).allMatch(warning -> warning.contains("was not followed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('%s/../../etc/passwd')",
                "SELECT * FROM read_csv('https://example.org/x.csv')",
                "COPY (SELECT 1) TO '/tmp/lakewright-escape.csv'",
                "ATTACH '/tmp/lakewright-escape.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET enable_external_access = true",
                "SET memory_limit = '100GB'"
            })
    void letsNoStatementReachMoreThanTheFolder(String statement) throws Exception {
        try (Connection connection = new FolderDatabase(folder.toRealPath()).open();
                Statement refused = connection.createStatement()) {
            assertThatThrownBy(() -> refused.execute(statement.formatted(folder)))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(Path.of("/tmp/lakewright-escape.csv")).doesNotExist();
    }

    @Test
    void takesNamesLiterally() throws Exception {
        write("a*[b]?.csv", "x'); DROP TABLE y; --,\"na\"\"me\"\n1,2\n");
        write("a1b2.csv", "other\n1\n");
        OpenedSource source = open();

        SourceTable table = table(source, "public", "a*[b]?");
        assertThat(table.rowCount()).contains(1L);
        assertThat(table.columns()).extracting(Column::name).containsExactly("x'); DROP TABLE y; --", "na\"me");
    }

    @Test
    void numbersColumnsWhereTheFirstLineHoldsValues() throws Exception {
        write("t.tsv", "1\t2024-01-01\n2\t2024-01-02\n");
        OpenedSource source = open();

        assertThat(types(source, "public", "t")).containsExactly("column1 bigint BIGINT", "column2 date DATE");
        assertThat(table(source, "public", "t").rowCount()).contains(2L);
        assertThat(source.warnings()).singleElement().asString().contains("t.tsv", "column1");
    }

    @Test
    void saysInOneSentenceWhatAFolderLacks() throws Exception {
        assertThatThrownBy(this::open).hasMessageContaining("LW-1543").hasMessageContaining("no .csv");
        write("_hidden.csv", "a\n1\n");
        write(".x.csv", "a\n1\n");
        write("empty.csv", "");
        assertThatThrownBy(this::open).hasMessageContaining("LW-1544");
        write("broken.parquet", "no parquet at all");
        assertThatThrownBy(this::open).hasMessageContaining("LW-1544");
        write("good.csv", "a\n1\n");
        assertThat(open().warnings())
                .anyMatch(warning -> warning.contains("broken.parquet"))
                .anyMatch(warning -> warning.contains("\"empty.csv\" is empty"));
    }

    @Test
    void leavesOutDeltaTables() throws Exception {
        write("good.csv", "a\n1\n");
        write("delta/_delta_log/0.json", "{}");
        write("delta/part.parquet", "x");

        assertThat(open().warnings()).singleElement().asString().contains("\"delta\" is a Delta table");
    }

    private FolderRows rowsOf(String table) throws Exception {
        FolderDatabase database = new FolderDatabase(folder.toRealPath());
        Map<TableName, FolderReader.RowQuery> relations = FolderReader.read(
                        database, FolderFiles.in(folder.toRealPath(), new Likeness(database)))
                .relations();
        assertThat(relations).containsKey(new TableName("public", table));
        return new FolderRows(database, relations);
    }

    private OpenedSource open() {
        return SourceReaders.open(folder.toString(), ReadOptions.none());
    }

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static SourceTable table(OpenedSource source, String schema, String name) {
        return source.schema().table(new TableName(schema, name)).orElseThrow();
    }

    private static List<String> types(OpenedSource source, String schema, String name) {
        return table(source, schema, name).columns().stream()
                .map(column -> column.name() + " " + column.type() + " " + column.lakeType())
                .collect(Collectors.toList());
    }

    private static ColumnProfile profile(SourceTable table, String column) {
        return table.column(column).flatMap(Column::profile).orElseThrow();
    }
}
