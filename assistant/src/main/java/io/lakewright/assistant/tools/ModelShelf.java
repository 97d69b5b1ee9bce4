package io.lakewright.assistant.tools;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Models by reference, the least recently used forgotten first. Safe for concurrent use. */
public final class ModelShelf {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<String, JsonNode> models = new LinkedHashMap<>(16, 0.75f, true);

    public ModelShelf(int capacity) {
        this.capacity = capacity;
    }

    public void keep(String ref, JsonNode model) {
        lock.lock();
        try {
            models.put(ref, model);
            if (models.size() > capacity) {
                models.remove(models.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    /** A reference by content, for a model that came without one. */
    public static String refOf(JsonNode model) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Json.compact(model).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The same arguments with every {@code {"model_ref": ...}} replaced by its model.
     *
     * @throws io.lakewright.core.ProblemException LW-2004 when a reference is not known
     */
    public JsonNode resolve(JsonNode arguments) {
        if (arguments.isObject()) {
            if (arguments.size() == 1 && arguments.path("model_ref").isString()) {
                return model(arguments.path("model_ref").asString());
            }
            ObjectNode resolved = Json.object();
            for (Map.Entry<String, JsonNode> property : arguments.properties()) {
                resolved.set(property.getKey(), resolve(property.getValue()));
            }
            return resolved;
        }
        if (arguments.isArray()) {
            ArrayNode resolved = Json.array();
            arguments.values().forEach(item -> resolved.add(resolve(item)));
            return resolved;
        }
        return arguments;
    }

    private JsonNode model(String ref) {
        lock.lock();
        try {
            JsonNode model = models.get(ref);
            if (model == null) {
                throw Problem.notFound(
                                "LW-2004",
                                "The model reference is not known in this conversation.",
                                "Use a model_ref that a tool of this conversation returned.")
                        .exception();
            }
            return model;
        } finally {
            lock.unlock();
        }
    }
}
