package io.lakewright.analyzer.read.jdbc;

import io.lakewright.core.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database, taken apart: the driver is called with {@link #driverUrl()}, which holds no parameter of the
 * user, and gets those that are allowed as properties.
 *
 * @param base without user, password and parameters: what may be shown and stored
 */
record JdbcAddress(JdbcProduct product, String base, boolean isRemote, Map<String, String> parameters) {

    private static final Pattern SUBPROTOCOL = Pattern.compile("jdbc:([a-z0-9]{1,30}):.*", Pattern.DOTALL);
    private static final Pattern PARAMETER_NAME = Pattern.compile("[A-Za-z_.]{1,60}");
    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(?:\\.\\d{1,3}){3}|\\[(?:0*:)*:?0*1]|");

    JdbcAddress {
        parameters = Map.copyOf(parameters);
    }

    /** @throws io.lakewright.core.ProblemException LW-1580 for a form or parameter that is not taken, LW-1581 no file */
    static JdbcAddress parse(String source) {
        String text = source.strip();
        Matcher kind = SUBPROTOCOL.matcher(text);
        if (!kind.matches()) {
            throw wrong("The address does not say of which database it is.", "Write jdbc:PRODUCT://HOST/DATABASE.");
        }
        JdbcProduct product = JdbcProduct.of(kind.group(1));
        Matcher parts = product.form().matcher(text);
        if (!parts.matches()) {
            throw wrong(
                    "The address is not of a form that is taken for " + product.name() + ".",
                    "Write " + example(product) + ", without anything that is not needed to reach it.");
        }
        String host = Optional.ofNullable(parts.group("host")).orElse("");
        JdbcAddress address = new JdbcAddress(
                product,
                parts.group("base"),
                !LOOPBACK.matcher(host).matches(),
                parameters(product, parts.group("parameters")));
        if (product.isFile()) {
            checkFile(product, parts.group("file"));
        }
        return address;
    }

    private static Map<String, String> parameters(JdbcProduct product, @Nullable String text) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : (text == null ? "" : text).split(product.separator(), -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = (equals < 0 ? pair : pair.substring(0, equals)).strip();
            String known = product.spelled(name)
                    .orElseThrow(() -> wrong(
                            PARAMETER_NAME.matcher(name).matches()
                                    ? "The parameter \"" + name + "\" is not taken in an address of " + product.name()
                                            + "."
                                    : "The address has a parameter that is not taken.",
                            product.allowed().isEmpty()
                                    ? "Leave parameters out."
                                    : "Allowed are "
                                            + String.join(
                                                    ", ",
                                                    product.allowed().stream()
                                                            .sorted()
                                                            .toList())
                                            + "."));
            parameters.put(known, equals < 0 ? "" : pair.substring(equals + 1));
        }
        return parameters;
    }

    private static void checkFile(JdbcProduct product, String file) {
        try {
            Path path = Path.of(product.is(JdbcProduct.H2) ? file + ".mv.db" : file);
            if (Files.isRegularFile(path)) {
                return;
            }
        } catch (InvalidPathException e) {
            // Told below: such a file cannot exist.
        }
        throw Problem.notFound(
                        "LW-1581",
                        "There is no " + product.name() + " database in that file.",
                        "Check the path in the address; databases are read, never created.")
                .exception();
    }

    private static RuntimeException wrong(String sentence, String nextStep) {
        return Problem.invalid("LW-1580", sentence, nextStep).exception();
    }

    private static String example(JdbcProduct product) {
        return switch (product.name()) {
            case "SQLite" -> "jdbc:sqlite:FILE";
            case "H2" -> "jdbc:h2:file:PATH (the file without .mv.db)";
            case "SQL Server" -> "jdbc:sqlserver://HOST:1433;databaseName=NAME";
            case "Oracle" -> "jdbc:oracle:thin:@//HOST:1521/SERVICE";
            default -> "jdbc:" + product.name().toLowerCase(Locale.ROOT) + "://HOST/DATABASE";
        };
    }

    /** What the driver is called with. */
    String driverUrl() {
        if (!product.is(JdbcProduct.H2)) {
            return base;
        }
        StringBuilder url = new StringBuilder(base);
        new TreeMap<>(product.always())
                .forEach((name, value) ->
                        url.append(';').append(name).append('=').append(value));
        return url.toString();
    }

    /** Allowed parameters, encryption beyond this machine, our own bounds on top. */
    Properties driverProperties(Optional<String> user, Optional<String> password) {
        Properties properties = new Properties();
        if (isRemote) {
            properties.putAll(product.encrypted());
        }
        parameters.forEach((name, value) -> properties.setProperty(
                name.equals("USER") || name.equals("PASSWORD") ? name.toLowerCase(Locale.ROOT) : name, value));
        user.ifPresent(value -> properties.setProperty("user", value));
        password.ifPresent(value -> properties.setProperty("password", value));
        if (!product.is(JdbcProduct.H2)) {
            properties.putAll(product.always());
        }
        return properties;
    }

    /** Hides user, password and all other parameters. */
    @Override
    public String toString() {
        return base;
    }
}
