package io.lakewright.patterns;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.document.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The built-in patterns, one file each, in the order of the index. Immutable. */
public final class PatternCatalogue {

    /** The brief's families and the patterns that belong to them. */
    private static final Map<String, List<String>> FAMILIES = Map.of(
            "data_vault", List.of("dv.hub", "dv.link", "dv.satellite"),
            "kimball_dimension", List.of("dim.scd2", "dim.scd1", "dim.date"),
            "kimball_fact", List.of("fact.transaction"),
            "slowly_changing_dimension", List.of("dim.scd2", "dim.scd1"),
            "bridge_table", List.of());

    private final List<Pattern> patterns;

    private PatternCatalogue(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    private static final class Holder {
        private static final PatternCatalogue BUILT_IN = load();
    }

    /** The catalogue that Lakewright brings. */
    public static PatternCatalogue builtIn() {
        return Holder.BUILT_IN;
    }

    public List<Pattern> patterns() {
        return patterns;
    }

    /** The pattern of that id or alias. */
    public Optional<Pattern> pattern(String idOrAlias) {
        return patterns.stream().filter(pattern -> pattern.answersTo(idOrAlias)).findFirst();
    }

    /**
     * The patterns meant by a type: a family of the brief, an id or an alias. A family may have none in the catalogue.
     *
     * @throws io.lakewright.core.ProblemException NotFound LW-1701 for any other name
     */
    public List<Pattern> ofType(String type) {
        List<String> family = FAMILIES.get(type);
        if (family != null) {
            return family.stream().flatMap(id -> pattern(id).stream()).toList();
        }
        return pattern(type).map(List::of).orElseThrow(() -> unknown(type));
    }

    private RuntimeException unknown(String type) {
        String known = patterns.stream().map(Pattern::id).collect(Collectors.joining(", "));
        return Problem.notFound(
                        "LW-1701",
                        "There is no pattern \"" + type + "\".",
                        "Use one of " + known + ", or a family: "
                                + String.join(
                                        ", ",
                                        FAMILIES.keySet().stream().sorted().toList()) + ".")
                .exception();
    }

    private static PatternCatalogue load() {
        List<Pattern> patterns = new ArrayList<>();
        for (JsonNode id : read("index.yaml").path("patterns").values()) {
            patterns.add(Json.convert(read(id.asString() + ".yaml"), Pattern.class));
        }
        return new PatternCatalogue(patterns);
    }

    private static JsonNode read(String file) {
        try (InputStream in = PatternCatalogue.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            return Yaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
