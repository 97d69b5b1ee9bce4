package io.lakewright.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.engine.EngineSession;
import io.lakewright.engine.SqlFailure;
import io.lakewright.engine.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that try to leave the worker's own tables are refused, and the marker file stays as it was (threat 42). */
@Tag("spark")
class StatementGateTest {

    private static final String MARKER = "the marker must not be read or changed";

    private static List<String> attacks(Path folder) {
        String file = folder.resolve("marker.csv").toString();
        return Stream.of(
                        "SELECT * FROM csv.`FILE`",
                        "SELECT * FROM text.`file:FILE`",
                        "SELECT * FROM delta.`FOLDER`",
                        "SELECT * FROM IDENTIFIER('csv.`FILE`')",
                        "SELECT * FROM IDENTIFIER('text' || '.`FILE`')",
                        "WITH stolen AS (SELECT * FROM csv.`FILE`) SELECT * FROM stolen",
                        "SELECT (SELECT MAX(_c0) FROM csv.`FILE`)",
                        "INSERT INTO main.gold.t SELECT * FROM csv.`FILE`",
                        "INSERT INTO csv.`FOLDER/new` SELECT 'x'",
                        "INSERT INTO delta.`FOLDER/new` SELECT 'x'",
                        "INSERT OVERWRITE DIRECTORY 'FOLDER' USING csv SELECT 'x'",
                        "INSERT OVERWRITE LOCAL DIRECTORY 'FOLDER' SELECT 'x'",
                        "MERGE INTO delta.`FOLDER` t USING main.gold.t s ON t.a = s.a WHEN MATCHED THEN DELETE",
                        "LOAD DATA LOCAL INPATH 'FILE' INTO TABLE main.gold.t",
                        "COPY INTO main.gold.t FROM 'FOLDER' FILEFORMAT = CSV",
                        "CREATE TABLE main.gold.u USING csv OPTIONS (path 'FILE')",
                        "CREATE TABLE main.gold.u USING csv LOCATION 'FILE'",
                        "CREATE TABLE main.gold.u (a STRING) USING delta LOCATION 'FOLDER/new'",
                        "CREATE TABLE main.gold.u (a STRING) USING parquet",
                        "CREATE TABLE main.gold.u (a STRING) TBLPROPERTIES ('option.path' = 'FOLDER/new')",
                        "CREATE TABLE main.gold.u (a STRING) TBLPROPERTIES ('location' = 'FOLDER/new')",
                        "CREATE TABLE IDENTIFIER('delta.`FOLDER/new`') (a STRING)",
                        "CREATE TABLE delta.`FOLDER/new` (a STRING)",
                        "CREATE TABLE main.gold.`../../../FOLDER/new` (a STRING)",
                        "CREATE SCHEMA main.`../../../FOLDER/new`",
                        "CREATE SCHEMA main.away LOCATION 'FOLDER'",
                        "ALTER SCHEMA main.gold SET LOCATION 'FOLDER'",
                        "ALTER TABLE main.gold.t SET LOCATION 'FOLDER'",
                        "CONVERT TO DELTA parquet.`FOLDER`",
                        "CREATE TABLE main.gold.u SHALLOW CLONE delta.`FOLDER`",
                        "OPTIMIZE 'FOLDER'",
                        "OPTIMIZE delta.`FOLDER`",
                        "VACUUM 'FOLDER' RETAIN 0 HOURS",
                        "DESCRIBE DETAIL 'FOLDER'",
                        "DESCRIBE HISTORY delta.`FOLDER`",
                        "SELECT * FROM read_files('FOLDER')",
                        "SELECT java_method('java.lang.System', 'exit', 3)",
                        "SELECT reflect('java.nio.file.Path', 'of', 'FILE')",
                        "ALTER TABLE main.gold.t ADD CONSTRAINT c CHECK (REFLECT)",
                        "ALTER TABLE main.gold.t ADD CONSTRAINT c CHECK (a IN (SELECT _c0 FROM csv.`FILE`))",
                        "ALTER TABLE main.gold.t ADD CONSTRAINT c CHECK (a = system.builtin.REFLECT)",
                        "ALTER TABLE main.gold.t ADD COLUMN b STRING DEFAULT REFLECT",
                        "ALTER TABLE main.gold.t ALTER COLUMN a SET DEFAULT REFLECT",
                        "ALTER TABLE main.gold.t SET TBLPROPERTIES ('delta.constraints.c' = 'a > 1')",
                        "ALTER TABLE main.gold.t SET TBLPROPERTIES ('DELTA.Constraints.c' = 'a > 1')",
                        "ALTER TABLE main.gold.t SET TBLPROPERTIES ('delta.generationExpression' = 'a')",
                        "CREATE TABLE main.gold.u (a STRING, CONSTRAINT c CHECK (REFLECT IS NULL))",
                        "CREATE TABLE main.gold.u (a STRING, b STRING GENERATED ALWAYS AS (REFLECT))",
                        "CREATE TABLE main.gold.u (a STRING DEFAULT REFLECT)",
                        "CREATE TABLE main.gold.u (a STRING) TBLPROPERTIES ('delta.constraints.c' = 'a > 1')",
                        "CREATE SCHEMA main.away WITH DBPROPERTIES ('delta.constraints.c' = 'a > 1')",
                        "UPDATE main.gold.t SET a = REFLECT",
                        "MERGE INTO main.gold.t USING main.gold.t s ON FALSE WHEN NOT MATCHED THEN INSERT (a) VALUES (REFLECT)",
                        "SELECT transform(array('a'), x -> REFLECT)",
                        "SELECT * FROM VALUES (REFLECT)",
                        "SELECT * FROM explode(array(REFLECT))",
                        "SELECT try_reflect('java.lang.System', 'exit', 3)",
                        "SELECT from_xml('<a/>', 'b STRING', map('rowValidationXSDPath', 'FILE'))",
                        "SELECT TRANSFORM (a) USING 'cat FILE' AS (b STRING) FROM main.gold.t",
                        "FROM main.gold.t SELECT TRANSFORM (a) USING 'touch FOLDER/new'",
                        "ADD JAR 'FILE'",
                        "ADD FILE 'FILE'",
                        "LIST JARS",
                        "CREATE FUNCTION f AS 'a.B' USING JAR 'FILE'",
                        "CREATE TEMPORARY VIEW v USING csv OPTIONS (path 'FILE')",
                        "CREATE VIEW v AS SELECT * FROM csv.`FILE`",
                        "SET spark.sql.runSQLOnFiles = true",
                        "SET",
                        "RESET",
                        "USE main.gold",
                        "EXECUTE IMMEDIATE 'SELECT * FROM csv.`FILE`'",
                        "BEGIN SELECT * FROM csv.`FILE`; END",
                        "DECLARE v STRING DEFAULT 'x'",
                        "CACHE TABLE main.gold.t",
                        "EXPLAIN SELECT * FROM csv.`FILE`",
                        "!ls",
                        "DFS -ls FOLDER")
                .map(sql -> sql.replace("REFLECT", "reflect('java.lang.System', 'getProperty', 'user.home')"))
                .map(sql -> sql.replace("FILE", file).replace("FOLDER", folder.toString()))
                .toList();
    }

    @Test
    void refusesWhateverLeavesTheTablesOfTheSession(@TempDir Path folder) throws IOException {
        Path marker = Files.writeString(folder.resolve("marker.csv"), MARKER);
        try (EngineSession session = SharedEngine.engine().session(List.of("main"))) {
            session.execute(Statement.of("CREATE SCHEMA main.gold"));
            session.execute(Statement.of("CREATE TABLE main.gold.t (a STRING)"));
            for (String attack : attacks(folder)) {
                SqlFailure failure =
                        session.execute(Statement.of(attack)).failure().orElseThrow(() -> new AssertionError(attack));
                boolean parses =
                        SharedEngine.engine().parse(List.of(attack)).getFirst().isEmpty();
                assertThat(parses)
                        .as(attack + " -> " + failure.text())
                        .isEqualTo(failure.condition().equals("LAKEWRIGHT_REFUSED"));
                assertThat(failure.message()).doesNotContain(MARKER);
            }
        }
        assertThat(marker).hasContent(MARKER);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(marker);
        }
    }
}
