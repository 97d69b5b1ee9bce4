package io.lakewright.analyzer.read.jdbc;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What differs between databases: the form of their addresses, the parameters that may stand there, and what we set.
 *
 * @param form group "base" is what the driver is called with and what may be shown, "host" the server if there is one,
 *     "parameters" the rest
 * @param separator between parameters
 * @param allowed names of parameters that only say how to reach the server, in the driver's spelling
 * @param always what every connection gets, whatever the address says
 * @param encrypted what a server beyond this machine gets unless the address sets the same parameter
 * @param driverJar the file that a user has to add
 */
record JdbcProduct(
        String name,
        Pattern form,
        String separator,
        Set<String> allowed,
        Map<String, String> always,
        Map<String, String> encrypted,
        String driverJar) {

    private static final String HOST = "(?<host>\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(?::\\d{1,5})?";
    private static final String AMPERSAND = "&";
    private static final String SEMICOLON = ";";

    /** Nothing that could run code or write is taken, and the file is opened for reading only. */
    static final JdbcProduct SQLITE = new JdbcProduct(
            "SQLite",
            Pattern.compile("(?<base>jdbc:sqlite:(?<file>[^:?;*][^?;*]*))(?<host>)(?<parameters>)"),
            AMPERSAND,
            Set.of(),
            Map.of("open_mode", "1", "enable_load_extension", "false"),
            Map.of(),
            "sqlite-jdbc");

    /** Files only; settings such as INIT and RUNSCRIPT run statements, so ours alone are given. */
    static final JdbcProduct H2 = new JdbcProduct(
            "H2",
            Pattern.compile(
                    "(?<base>jdbc:h2:(?:file:)?(?!mem:|tcp:|ssl:|zip:|split:|nio\\w*:|cipher:|async:|classpath:)(?<file>[^;?*]+))(?<host>)(?:;(?<parameters>.*))?"),
            SEMICOLON,
            Set.of("USER", "PASSWORD"),
            Map.of("ACCESS_MODE_DATA", "r", "IFEXISTS", "TRUE", "FORBID_CREATION", "TRUE"),
            Map.of(),
            "h2");

    static final JdbcProduct MYSQL = new JdbcProduct(
            "MySQL",
            Pattern.compile("(?<base>jdbc:mysql://" + HOST + "/[^?;&(),]+)(?:\\?(?<parameters>.*))?"),
            AMPERSAND,
            Set.of("user", "password", "sslMode", "connectTimeout", "serverTimezone", "characterEncoding"),
            Map.of(
                    "allowLoadLocalInfile", "false",
                    "allowUrlInLocalInfile", "false",
                    "allowMultiQueries", "false",
                    "autoDeserialize", "false",
                    "useInformationSchema", "true",
                    "socketTimeout", "60000"),
            Map.of("sslMode", "VERIFY_IDENTITY"),
            "mysql-connector-j");

    static final JdbcProduct MARIADB = new JdbcProduct(
            "MariaDB",
            Pattern.compile("(?<base>jdbc:mariadb://" + HOST + "/[^?;&(),]+)(?:\\?(?<parameters>.*))?"),
            AMPERSAND,
            Set.of("user", "password", "sslMode", "connectTimeout"),
            Map.of("allowLocalInfile", "false", "allowMultiQueries", "false", "socketTimeout", "60000"),
            Map.of("sslMode", "verify-full"),
            "mariadb-java-client");

    static final JdbcProduct SQL_SERVER = new JdbcProduct(
            "SQL Server",
            Pattern.compile("(?<base>jdbc:sqlserver://" + HOST + ")(?:;(?<parameters>.*))?"),
            SEMICOLON,
            Set.of(
                    "databaseName",
                    "user",
                    "password",
                    "encrypt",
                    "trustServerCertificate",
                    "hostNameInCertificate",
                    "loginTimeout"),
            Map.of("applicationIntent", "ReadOnly", "applicationName", "lakewright", "socketTimeout", "60000"),
            Map.of("encrypt", "true", "trustServerCertificate", "false"),
            "mssql-jdbc");

    static final JdbcProduct ORACLE = new JdbcProduct(
            "Oracle",
            Pattern.compile("(?<base>jdbc:oracle:thin:@(?:tcps:)?//" + HOST + "/[A-Za-z0-9_.$#-]+)(?<parameters>)"),
            AMPERSAND,
            Set.of(),
            Map.of("remarksReporting", "true", "oracle.jdbc.ReadTimeout", "60000"),
            Map.of(),
            "ojdbc11");

    /** A database that is not known here: a plain address, no parameters at all. */
    static JdbcProduct other(String subprotocol) {
        return new JdbcProduct(
                subprotocol,
                Pattern.compile("(?<base>jdbc:[a-z0-9]+://" + HOST + "/[A-Za-z0-9_.$-]+)(?<parameters>)"),
                AMPERSAND,
                Set.of(),
                Map.of(),
                Map.of(),
                subprotocol + " JDBC driver");
    }

    static JdbcProduct of(String subprotocol) {
        return switch (subprotocol) {
            case "sqlite" -> SQLITE;
            case "h2" -> H2;
            case "mysql" -> MYSQL;
            case "mariadb" -> MARIADB;
            case "sqlserver" -> SQL_SERVER;
            case "oracle" -> ORACLE;
            default -> other(subprotocol);
        };
    }

    /** Products are told apart by name: patterns have no equality of their own. */
    boolean is(JdbcProduct other) {
        return name.equals(other.name);
    }

    boolean isFile() {
        return is(SQLITE) || is(H2);
    }

    /** The driver's spelling of a parameter; empty when it is not taken. */
    Optional<String> spelled(String parameter) {
        return allowed.stream().filter(parameter::equalsIgnoreCase).findFirst();
    }
}
