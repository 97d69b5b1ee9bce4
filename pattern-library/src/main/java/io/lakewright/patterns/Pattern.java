package io.lakewright.patterns;

import io.lakewright.core.Copies;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One pattern of the catalogue, as its file tells it.
 *
 * @param id catalogue id such as {@code dim.scd2}
 * @param aliases other names by which it is asked for
 * @param kind what a table of this pattern is
 * @param guarantees what its load promises, by name
 * @param sources where the pattern's rules come from
 */
public record Pattern(
        String id,
        List<String> aliases,
        TableKind kind,
        Optional<ScdType> scdType,
        String name,
        String category,
        String version,
        List<String> tags,
        String description,
        List<String> useWhen,
        List<String> notWhen,
        List<String> signals,
        Structure structure,
        List<String> loading,
        Map<String, JsonNode> guarantees,
        List<String> tests,
        PhysicalAdvice physical,
        List<String> mistakes,
        List<String> requiresExtractionMode,
        String requiresRuntime,
        List<String> sources) {

    public Pattern {
        aliases = Copies.list(aliases);
        scdType = Copies.optional(scdType);
        tags = Copies.list(tags);
        useWhen = Copies.list(useWhen);
        notWhen = Copies.list(notWhen);
        signals = Copies.list(signals);
        loading = Copies.list(loading);
        guarantees = Copies.map(guarantees);
        tests = Copies.list(tests);
        mistakes = Copies.list(mistakes);
        requiresExtractionMode = Copies.list(requiresExtractionMode);
        sources = Copies.list(sources);
    }

    /** The columns and keys that every table of the pattern has; names in braces stand for names of the model. */
    public record Structure(List<RequiredColumn> requiredColumns, List<String> primaryKey, List<List<String>> unique) {
        public Structure {
            requiredColumns = Copies.list(requiredColumns);
            primaryKey = Copies.list(primaryKey);
            unique = Copies.list(unique);
        }
    }

    public record RequiredColumn(String name, String type, String role, boolean nullable, String description) {}

    /** How such a table is laid out on Databricks. */
    public record PhysicalAdvice(List<String> clustering, List<Advice> advice) {
        public PhysicalAdvice {
            clustering = Copies.list(clustering);
            advice = Copies.list(advice);
        }
    }

    /** One piece of advice with the rule of the fact base it rests on. */
    public record Advice(String text, String rule) {}

    /** Whether somebody who writes this name means this pattern. */
    boolean answersTo(String written) {
        return id.equalsIgnoreCase(written) || aliases.stream().anyMatch(written::equalsIgnoreCase);
    }
}
