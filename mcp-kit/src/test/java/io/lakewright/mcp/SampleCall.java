package io.lakewright.mcp;

import io.lakewright.core.document.Json;
import tools.jackson.databind.JsonNode;

/** A call that must succeed, for the contract suite. */
public record SampleCall(String tool, JsonNode arguments) {

    public static SampleCall of(String tool, String json) {
        return new SampleCall(tool, Json.read(json));
    }
}
