package io.lakewright.patterns;

import io.lakewright.core.document.Json;
import io.lakewright.sql.ScriptType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the pattern library answers, as documents: definitions, rankings, layout advice. */
public final class Patterns {

    private static final long TEN_GB_ROWS_HINT = 50_000_000L;

    private final PatternCatalogue catalogue = PatternCatalogue.builtIn();

    /** The PatternDefinition of the brief and what goes beyond it, with its template. */
    public ObjectNode definition(Pattern pattern) {
        ObjectNode definition = summary(pattern);
        definition.set("structure", Json.tree(pattern.structure()));
        definition.set("use_when", Json.tree(pattern.useWhen()));
        definition.set("not_when", Json.tree(pattern.notWhen()));
        definition.set("signals", Json.tree(pattern.signals()));
        definition.set("loading", Json.tree(pattern.loading()));
        definition.set("guarantees", Json.tree(pattern.guarantees()));
        definition.set("tests", Json.tree(pattern.tests()));
        definition.set("mistakes", Json.tree(pattern.mistakes()));
        definition.set("requires_extraction_mode", Json.tree(pattern.requiresExtractionMode()));
        definition.put("requires_runtime", pattern.requiresRuntime());
        definition.set("sources", Json.tree(pattern.sources()));
        definition.put("jinja_template", PatternTemplate.of(pattern, ScriptType.DDL));
        if (PatternTemplate.isLoaded(pattern.kind())) {
            definition.put("load_template", PatternTemplate.of(pattern, ScriptType.ETL));
        }
        return definition;
    }

    /** The definition without structure and templates, for lists. */
    public ObjectNode summary(Pattern pattern) {
        ObjectNode summary = Json.object()
                .put("id", pattern.id())
                .put("name", pattern.name())
                .put("category", pattern.category())
                .put("description", pattern.description());
        summary.set("aliases", Json.tree(pattern.aliases()));
        summary.set("tags", Json.tree(pattern.tags()));
        ArrayNode optimizations = summary.putArray("databricks_optimizations");
        optimizations
                .addObject()
                .set("liquid_clustering", Json.tree(pattern.physical().clustering()));
        pattern.physical()
                .advice()
                .forEach(advice ->
                        optimizations.addObject().put("advice", advice.text()).put("rule", advice.rule()));
        return summary;
    }

    public List<Pattern> ofType(String type) {
        return catalogue.ofType(type);
    }

    /** Patterns of a category, or of all, that carry every tag. */
    public List<Pattern> list(Optional<String> category, List<String> tags) {
        return catalogue.patterns().stream()
                .filter(pattern -> category.map(wanted -> pattern.category().contains(wanted.toLowerCase(Locale.ROOT))
                                || (wanted.equalsIgnoreCase("kimball")
                                        && pattern.category().startsWith("kimball")))
                        .orElse(true))
                .filter(pattern -> pattern.tags().containsAll(tags))
                .toList();
    }

    /** Notes that a documented variant or an empty family calls for. */
    public List<String> notes(String type, List<Pattern> found, Optional<String> optimization, Optional<String> scale) {
        List<String> notes = new ArrayList<>();
        if (found.isEmpty()) {
            notes.add("The catalogue has no pattern of type " + type + ".");
        }
        optimization
                .filter(wanted -> wanted.equals("high_volume"))
                .ifPresent(
                        unused -> notes.add(
                                "High volume: name one clustering key, at most two below 10 TB (L-06), and let hash keys replace identity where several jobs write (I-02)."));
        optimization
                .filter(wanted -> wanted.equals("real_time"))
                .ifPresent(
                        unused -> notes.add(
                                "Real time: with a change feed that carries an order, AUTO CDC replaces the MERGE (A-01); the structure stays as it is."));
        scale.filter(size -> size.equals("xlarge"))
                .ifPresent(
                        unused -> notes.add(
                                "Above 10 TB up to four clustering keys can pay off (L-06); partitions only if they win a test (P-02)."));
        scale.filter(size -> size.equals("small"))
                .ifPresent(unused -> notes.add(
                        "Below 10 GB the layout hardly matters; clustering is a provision for growth (L-28)."));
        return notes;
    }

    /** What fits a table, with reasons, and what does not. */
    public ObjectNode recommendation(JsonNode metadata, String useCase, Optional<String> scale) {
        Subject subject = Subject.of(metadata, useCase);
        List<Recommendation> ranked = Recommendation.rank(catalogue, subject);
        ObjectNode answer = Json.object();
        ArrayNode recommended = answer.putArray("recommended");
        ArrayNode rejected = answer.putArray("rejected");
        for (Recommendation candidate : ranked) {
            boolean chosen =
                    candidate.isRecommended() || (recommended.isEmpty() && candidate.equals(ranked.getFirst()));
            ObjectNode entry = (chosen ? recommended : rejected)
                    .addObject()
                    .put("id", candidate.pattern().id())
                    .put("name", candidate.pattern().name())
                    .put("score", Math.round(candidate.score() * 100) / 100.0);
            entry.set("because", Json.tree(candidate.because()));
            entry.set("against", Json.tree(candidate.against()));
        }
        answer.set("notes", Json.tree(sizeNotes(subject, scale)));
        return answer;
    }

    private static List<String> sizeNotes(Subject subject, Optional<String> scale) {
        boolean contradicts = scale.filter(size -> size.equals("large") || size.equals("xlarge"))
                        .isPresent()
                && subject.rows().filter(rows -> rows < TEN_GB_ROWS_HINT / 50).isPresent();
        return contradicts
                ? List.of(String.format(
                        Locale.ROOT,
                        "The scale was given as %s, but the table has %,d rows; advice for size was not applied.",
                        scale.orElse(""),
                        subject.rows().orElse(0L)))
                : List.of();
    }

    /** Layout advice for a pattern at a volume and access pattern, each with its rule. */
    public ObjectNode optimizations(String type, Optional<String> volume, Optional<String> access) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("optimizations");
        for (Pattern pattern : catalogue.ofType(type)) {
            pattern.physical()
                    .advice()
                    .forEach(advice -> list.addObject()
                            .put("pattern", pattern.id())
                            .put("advice", advice.text())
                            .put("rule", advice.rule()));
        }
        access.ifPresent(how -> addAccess(list, how));
        volume.ifPresent(size -> addVolume(list, size.toLowerCase(Locale.ROOT)));
        return answer;
    }

    private static void addAccess(ArrayNode list, String access) {
        switch (access) {
            case "streaming" ->
                add(list, "a streaming table takes its clustering in its CREATE statement only", "L-18");
            case "interactive" ->
                add(list, "cluster by the columns that queries filter by; joins without a filter gain nothing", "L-29");
            case "batch" ->
                add(
                        list,
                        "where predictive optimization is off, schedule OPTIMIZE after the load: MERGE does not cluster what it writes",
                        "L-20");
            case "mixed" ->
                add(
                        list,
                        "deletion vectors let loads and queries share a table; liquid clustering switches them on",
                        "L-25");
            default -> throw new IllegalArgumentException("not an access pattern: " + access);
        }
    }

    private static void addVolume(ArrayNode list, String volume) {
        boolean terabytes = volume.matches(".*\\d\\s*(tb|pb).*") || volume.equals("xlarge");
        if (terabytes) {
            add(
                    list,
                    "from 1 TB on liquid clustering stays the choice; partitions must win a test first, with 1 GB or more in each",
                    "P-02");
        } else {
            add(list, "below 1 TB do not partition", "P-01");
        }
    }

    private static void add(ArrayNode list, String advice, String rule) {
        list.addObject().put("advice", advice).put("rule", rule);
    }
}
