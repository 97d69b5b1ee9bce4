package io.lakewright.analyzer.read.postgres;

import io.lakewright.core.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final String PREFIX = "jdbc:postgresql:";
    private static final int TRANSACTION_POOLER = 6_543;
    private static final Pattern CONNECTION_STRING = Pattern.compile("(?i)postgres(?:ql)?://.*", Pattern.DOTALL);
    private static final Pattern FORM = Pattern.compile(
            "(?i:jdbc:postgresql|postgres|postgresql)://(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?/([^?]+)(?:\\?(.*))?");
    private static final Pattern PARAMETER_NAME = Pattern.compile("[A-Za-z_]{1,40}");

    /** What a project page writes where the password goes. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[.*]");

    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(?:\\.\\d{1,3}){3}|\\[(?:0*:)*:?0*1]");

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
        String text = source.strip();
        return text.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                || CONNECTION_STRING.matcher(text).matches();
    }

    /**
     * Takes {@code jdbc:postgresql://HOST/DATABASE} and connection strings, {@code postgresql://USER:PASSWORD@HOST/DATABASE}.
     *
     * @throws io.lakewright.core.ProblemException LW-1514 naming what is wrong, never the user or the password
     */
    public static PostgresUrl parse(String url) {
        String text = url.strip();
        Map<String, String> credentials = new TreeMap<>();
        int start = text.indexOf("://") + 3;
        int at = text.lastIndexOf('@');
        if (CONNECTION_STRING.matcher(text).matches() && at >= start) {
            credentials = credentials(text.substring(start, at));
            text = text.substring(0, start) + text.substring(at + 1);
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw wrong("The address of the database is not of the form jdbc:postgresql://HOST[:PORT]/DATABASE"
                    + " or postgresql://USER:PASSWORD@HOST[:PORT]/DATABASE.");
        }
        int port = parts.group(2) == null ? 5432 : Integer.parseInt(parts.group(2));
        if (port < 1 || port > 65_535) {
            throw wrong("The port " + port + " does not exist.");
        }
        credentials.putAll(parameters(parts.group(4) == null ? "" : parts.group(4)));
        PostgresUrl parsed = new PostgresUrl(parts.group(1), port, decoded(parts.group(3)), credentials);
        parsed.checkEncryption();
        return parsed;
    }

    private static Map<String, String> credentials(String userInfo) {
        Map<String, String> credentials = new TreeMap<>();
        int colon = userInfo.indexOf(':');
        String user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        if (!user.isEmpty()) {
            credentials.put("user", user);
        }
        if (!password.isEmpty() && !PLACEHOLDER.matcher(password).matches()) {
            credentials.put("password", decoded(password));
        }
        return credentials;
    }

    /** Modes that fall back to plain text without a word are refused where the network is not this machine. */
    private void checkEncryption() {
        String mode = parameters.getOrDefault("sslmode", "");
        if (!isLoopback() && (mode.equals("allow") || mode.equals("prefer"))) {
            throw wrong("The sslmode \"" + mode + "\" may send the password unencrypted; without one, " + host
                    + " is reached with verify-full.");
        }
        String certificates = parameters.getOrDefault("sslrootcert", "");
        if (!certificates.isEmpty() && !Files.isRegularFile(Path.of(certificates))) {
            throw wrong("The file of certificates that sslrootcert names does not exist.");
        }
    }

    private boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    /** How the connection is protected: what the address says, else full verification beyond this machine. */
    String sslMode() {
        return parameters.getOrDefault("sslmode", isLoopback() ? "prefer" : "verify-full");
    }

    /** What the user gave up by an explicit sslmode, in a sentence. */
    Optional<String> encryptionWarning() {
        if (isLoopback()) {
            return Optional.empty();
        }
        return switch (sslMode()) {
            case "disable" ->
                Optional.of("The connection to " + host + " is not encrypted, as sslmode=disable in the address says.");
            case "require" ->
                Optional.of("The connection to " + host
                        + " is encrypted, but the server was not verified, as sslmode=require in the address says.");
            default -> Optional.empty();
        };
    }

    /** A pooler that gives a connection per transaction: nothing set for a session outlives one there. */
    boolean isTransactionPooler() {
        return port == TRANSACTION_POOLER;
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
                throw wrong(
                        PARAMETER_NAME.matcher(name).matches()
                                ? "The parameter \"" + name + "\" is not taken in the address of a database."
                                : "The address of the database has a parameter that is not taken.");
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

    /** The address without user, password and parameters: what may be shown and stored. */
    public String shown() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** What the driver is called with. */
    String driverUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/"
                + java.net.URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Hides user and password. */
    @Override
    public String toString() {
        return shown();
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
        user.ifPresent(value -> properties.setProperty("user", value));
        password.ifPresent(value -> properties.setProperty("password", value));
        properties.setProperty("sslmode", sslMode());
        if (sslMode().startsWith("verify-") && !parameters.containsKey("sslrootcert")) {
            // The certificates that this Java trusts, instead of a file in the home folder.
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("maxResultBuffer", "64M");
        properties.setProperty("preferQueryMode", "extended");
        properties.setProperty("readOnly", "true");
        // "always" would make the session writable again once statements run in transactions of ours.
        properties.setProperty("readOnlyMode", "transaction");
        if (isTransactionPooler()) {
            properties.setProperty("prepareThreshold", "0");
        } else {
            properties.setProperty("options", "-c default_transaction_read_only=on -c statement_timeout=30000");
        }
        return properties;
    }
}
