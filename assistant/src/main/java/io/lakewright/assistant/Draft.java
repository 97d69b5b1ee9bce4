package io.lakewright.assistant;

import tools.jackson.databind.JsonNode;

/**
 * A model under discussion.
 *
 * @param ref {@code sha256:...} by which tools are given it
 * @param model the model document itself, without an outer {@code model} property
 * @param summary the summary that the generator gave with it, an empty object if none
 */
public record Draft(String ref, JsonNode model, JsonNode summary) {}
