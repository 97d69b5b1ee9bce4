package io.lakewright.assistant;

import io.lakewright.core.document.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the suggestion of the HTTP API together from tool results; what no tool gave stays empty. */
final class SuggestionBuilder {

    private final Draft draft;
    private final ObjectNode suggestion = Json.object();
    private final ArrayNode findings = Json.array();
    private Optional<Draft> base = Optional.empty();
    private JsonNode loadOrder = Json.array();

    SuggestionBuilder(String id, Draft draft, int baseVersion) {
        this.draft = draft;
        suggestion.put("id", id).put("base_version", baseVersion).put("model_ref", draft.ref());
        suggestion.putObject("reactflow_model");
        suggestion.put("yaml_metadata", "");
        suggestion.putArray("templates");
        suggestion.putArray("documentation");
        suggestion.set("model", draft.model());
    }

    SuggestionBuilder base(Optional<Draft> model) {
        base = model;
        return this;
    }

    /** Takes over what the generator has already answered with the model. */
    SuggestionBuilder artefacts(JsonNode made, boolean ofThisDraft) {
        if (ofThisDraft) {
            take(made, "reactflow_model");
            take(made, "yaml_metadata");
            take(made, "templates");
            takeDocumentation(made.path("documentation"));
            made.path("findings").values().forEach(this::finding);
        }
        loadOrder = made.path("load_order").isArray()
                ? made.path("load_order")
                : draft.summary().path("load_order");
        return this;
    }

    SuggestionBuilder result(String tool, JsonNode content) {
        switch (tool) {
            case "validate_model" -> content.path("findings").values().forEach(this::finding);
            case "generate_reactflow_nodes" ->
                suggestion.set(
                        "reactflow_model",
                        content.path("reactflow_model").isObject() ? content.path("reactflow_model") : content);
            case "generate_yaml_metadata" -> take(content, "yaml_metadata");
            case "generate_templates" -> take(content, "templates");
            case "generate_documentation" -> takeDocumentation(content.path("documentation"));
            case "estimate_performance" -> {
                suggestion.set("estimate", Estimates.of(content));
                content.path("findings")
                        .valueStream()
                        .filter(finding -> !Estimates.isNote(finding))
                        .forEach(this::finding);
            }
            default -> {}
        }
        return this;
    }

    private void take(JsonNode from, String property) {
        if (from.has(property)) {
            suggestion.set(property, from.path(property));
        }
    }

    private void takeDocumentation(JsonNode documentation) {
        if (documentation.isArray()) {
            suggestion.set("documentation", documentation);
        } else if (documentation.isString()) {
            ArrayNode one = Json.array();
            one.addObject().put("name", "model.md").put("content", documentation.asString());
            suggestion.set("documentation", one);
        }
    }

    // The generator and the validator may say the same; once is enough.
    private void finding(JsonNode finding) {
        for (JsonNode known : findings.values()) {
            if (known.path("code").equals(finding.path("code"))
                    && known.path("table").equals(finding.path("table"))
                    && known.path("column").equals(finding.path("column"))
                    && known.path("message").equals(finding.path("message"))) {
                return;
            }
        }
        findings.add(finding);
    }

    SuggestionBuilder findings(List<JsonNode> more) {
        more.forEach(this::finding);
        return this;
    }

    SuggestionBuilder nextSteps(List<TurnEvent.Choice> steps) {
        suggestion.set("next_steps", Json.tree(steps));
        return this;
    }

    SuggestionBuilder usage(TurnEvent.Usage usage) {
        ObjectNode json = usage.json();
        json.remove("type");
        suggestion.set("usage", json);
        return this;
    }

    SuggestionBuilder receipt(JsonNode receipt) {
        suggestion.set("receipt", receipt);
        return this;
    }

    /** The rendered scripts so far. */
    List<JsonNode> scripts() {
        List<JsonNode> scripts = new ArrayList<>();
        for (JsonNode template : suggestion.path("templates").values()) {
            if (!template.path("sql").asString("").isBlank()) {
                scripts.add(template);
            }
        }
        return scripts;
    }

    ObjectNode build() {
        suggestion.set("findings", findings);
        suggestion.set("decisions", decisions());
        suggestion.set("load_order", LoadOrder.lines(loadOrder, draft.model()));
        suggestion.set("diff", DraftDiff.between(base.map(Draft::model), draft.model()));
        if (!suggestion.has("estimate")) {
            suggestion.putObject("estimate");
        }
        return suggestion;
    }

    private ArrayNode decisions() {
        ArrayNode all = Json.array();
        draft.model().path("decisions").values().forEach(all::add);
        for (JsonNode table : draft.model().path("tables").values()) {
            for (JsonNode decision : table.path("decisions").values()) {
                if (decision instanceof ObjectNode object) {
                    all.add(object.deepCopy().put("table", table.path("name").asString("")));
                }
            }
        }
        return all;
    }
}
