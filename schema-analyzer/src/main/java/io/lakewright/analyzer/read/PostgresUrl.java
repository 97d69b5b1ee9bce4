package io.lakewright.analyzer.read;

import io.lakewright.core.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a PostgreSQL database, parsed by us. The driver never sees the text that was given: only host, port,
 * database and parameters of a short list reach it, because some driver parameters load classes or write files
 * (threats.md row 44).
 */
public record PostgresUrl(String host, int port, String database, Map<String, String> parameters) {

    private static final Pattern START = Pattern.compile("(?i)(?:jdbc:postgresql:|postgres(?:ql)?://).*");
    /** The form of JDBC, or that of libpq, which may carry user and password and which hosted databases show. */
    private static final Pattern FORM =
            Pattern.compile("(?i)(?:jdbc:postgresql://|postgres(?:ql)?://(?:([^:@/?]*)(?::([^@/?]*))?@)?)"
                    + "(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::(\\d{1,5}))?/([^?]+)(?:\\?(.*))?");

    /** Parameters that only say how to reach the server; lower-case name to the driver's spelling. */
    private static final Map<String, String> ALLOWED = Map.of(
            "user", "user",
            "password", "password",
            "sslmode", "sslmode",
            "sslrootcert", "sslrootcert",
            "currentschema", "currentSchema",
            "applicationname", "ApplicationName",
            "connecttimeout", "connectTimeout",
            "logintimeout", "loginTimeout",
            "tcpkeepalive", "tcpKeepAlive",
            "targetservertype", "targetServerType");

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    public PostgresUrl {
        parameters = Map.copyOf(parameters);
    }

    public static boolean matches(String source) {
        return START.matcher(source).matches();
    }

    /** @throws io.lakewright.core.ProblemException LW-1514 naming what is wrong */
    public static PostgresUrl parse(String url) {
        Matcher parts = FORM.matcher(url.strip());
        if (!parts.matches()) {
            throw wrong("The address of the database is not of the form jdbc:postgresql://HOST[:PORT]/DATABASE or"
                    + " postgresql://USER:PASSWORD@HOST[:PORT]/DATABASE.");
        }
        int port = parts.group(4) == null ? 5432 : Integer.parseInt(parts.group(4));
        if (port < 1 || port > 65_535) {
            throw wrong("The port " + port + " does not exist.");
        }
        Map<String, String> parameters = parameters(parts.group(6) == null ? "" : parts.group(6));
        if (parts.group(1) != null) {
            parameters.put("user", decoded(parts.group(1)));
        }
        if (parts.group(2) != null) {
            parameters.put("password", decoded(parts.group(2)));
        }
        return new PostgresUrl(parts.group(3), port, decoded(parts.group(5)), parameters);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String known = ALLOWED.get(name.toLowerCase(Locale.ROOT));
            if (known == null) {
                throw wrong("The parameter \"" + name + "\" is not taken in the address of a database.");
            }
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (known.equals("sslmode") && !SSL_MODES.contains(value)) {
                throw wrong("The sslmode \"" + value + "\" does not exist.");
            }
            parameters.put(known, value);
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong("The address of the database has a wrong percent escape.");
        }
    }

    private static RuntimeException wrong(String sentence) {
        List<String> names = new ArrayList<>(ALLOWED.values());
        names.sort(String.CASE_INSENSITIVE_ORDER);
        return Problem.invalid(
                        "LW-1514",
                        sentence,
                        "Write jdbc:postgresql://host:5432/database; allowed parameters are " + String.join(", ", names)
                                + ".")
                .exception();
    }

    /** Schemas that the address itself asks for. */
    public List<String> currentSchemas() {
        return Optional.ofNullable(parameters.get("currentSchema")).stream()
                .flatMap(list -> List.of(list.split(",", -1)).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return shown();
    }

    /** The address without user, password and parameters: what may be shown and stored. */
    public String shown() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** What the driver is called with. */
    String driverUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/"
                + java.net.URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether the server runs on this machine, so that nobody stands between. */
    private boolean isLoopback() {
        String bare = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        return bare.equals("localhost") || bare.startsWith("127.") || bare.equals("::1");
    }

    /**
     * Who stands between can read passwords and rows: over a network the server must show a certificate for its name, from
     * an authority that Java trusts or that {@code sslrootcert} names. An {@code sslmode} in the address decides otherwise.
     */
    private Map<String, String> encryption() {
        String mode = parameters.getOrDefault("sslmode", isLoopback() ? "prefer" : "verify-full");
        return mode.startsWith("verify-") && !parameters.containsKey("sslrootcert")
                ? Map.of("sslmode", mode, "sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory")
                : Map.of("sslmode", mode);
    }

    /** The allowed parameters plus our own bounds: encryption, read-only, times, size of answers. */
    Properties driverProperties(Optional<String> user, Optional<String> password) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("ApplicationName", "lakewright");
        parameters.forEach((name, value) -> {
            if (!name.equals("currentSchema")) {
                properties.setProperty(name, value);
            }
        });
        properties.putAll(encryption());
        user.ifPresent(value -> properties.setProperty("user", value));
        password.ifPresent(value -> properties.setProperty("password", value));
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("readOnly", "true");
        properties.setProperty("readOnlyMode", "always");
        properties.setProperty("maxResultBuffer", "64M");
        properties.setProperty("options", "-c default_transaction_read_only=on -c statement_timeout=30000");
        return properties;
    }
}
