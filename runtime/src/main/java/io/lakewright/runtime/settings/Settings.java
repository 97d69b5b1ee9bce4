package io.lakewright.runtime.settings;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the user set, from {@code lakewright.yaml} in the working folder and, above it, {@code LAKEWRIGHT_*} variables.
 *
 * <p>Rules: SET-1 a key that is not known stops the start and is named. SET-2 variables of others are ignored, but for
 * those the contracts name. SET-3 secrets are never printed.
 */
public final class Settings {

    /** A setting: its key in the file is the lower-case name, its variable has the prefix {@code LAKEWRIGHT_}. */
    public enum Key {
        SOURCE_URL,
        SOURCE_USER,
        SOURCE_PASSWORD,
        DRIVERS,
        EXTRACTION,
        BRAIN,
        MODEL,
        PROVE,
        CATALOG,
        TARGET_SCHEMA,
        DATA,
        // Read by the launcher and the test command; known here so that they are not taken for mistakes.
        ROOT,
        JAVA_HOME,
        CHROMIUM,
        URL
    }

    private static final String PREFIX = "LAKEWRIGHT_";

    private final Map<Key, String> values;
    private final Map<String, String> environment;

    private Settings(Map<Key, String> values, Map<String, String> environment) {
        this.values = values;
        this.environment = environment;
    }

    /**
     * @param folder where {@code lakewright.yaml} may lie
     * @throws io.lakewright.core.ProblemException LW-2110 for a key that is not known, LW-1004 for a file that is not YAML
     */
    public static Settings load(Path folder, Map<String, String> environment) {
        Map<Key, String> values = new LinkedHashMap<>(fromFile(folder.resolve("lakewright.yaml")));
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                values.put(known(name.substring(PREFIX.length()), name), value);
            }
        });
        return new Settings(Map.copyOf(values), Map.copyOf(environment));
    }

    public Optional<String> get(Key key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    /** The source that is set: its own setting, else the project that {@code SUPABASE_URL} names with its key. */
    public Optional<String> source() {
        return get(Key.SOURCE_URL)
                .or(() -> providerKey("SUPABASE_URL")
                        .filter(url -> providerKey("SUPABASE_SERVICE_KEY").isPresent())
                        .map(Secret::reveal));
    }

    public Optional<Secret> sourcePassword() {
        return get(Key.SOURCE_PASSWORD).map(Secret::new);
    }

    /** A variable of a provider that the contracts name, such as {@code ANTHROPIC_API_KEY}. */
    public Optional<Secret> providerKey(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Secret::new);
    }

    private static Map<Key, String> fromFile(Path file) {
        Map<Key, String> values = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return values;
        }
        try {
            JsonNode document = Yaml.read(Files.readString(file));
            document.properties()
                    .forEach(entry -> values.put(
                            known(entry.getKey().toUpperCase(Locale.ROOT), entry.getKey()),
                            entry.getValue().asString("")));
            return values;
        } catch (IOException e) {
            throw Problem.invalid("LW-2111", file + " cannot be read.", "Check its permissions.")
                    .exception();
        }
    }

    private static Key known(String name, String written) {
        return Arrays.stream(Key.values())
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                                "LW-2110",
                                "\"" + written + "\" is not a setting of Lakewright.",
                                "Known settings: "
                                        + Arrays.stream(Key.values())
                                                .map(key -> key.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", "))
                                        + ".")
                        .exception());
    }
}
