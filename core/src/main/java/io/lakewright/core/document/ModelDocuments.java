package io.lakewright.core.document;

import io.lakewright.core.Problem;
import io.lakewright.core.model.DataModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON and YAML forms of a model.
 *
 * <p>Rules: DOC-1 writing and reading gives an equal model, in both forms. DOC-2 the text of equal models is equal.
 */
public final class ModelDocuments {

    public static final String API_VERSION = "lakewright/v1";
    public static final String KIND = "DataModel";

    private ModelDocuments() {}

    /** The document {@code {"model": {...}}}. */
    public static ObjectNode toTree(DataModel model) {
        ObjectNode document = Json.object();
        document.set("model", Json.tree(model));
        return document;
    }

    public static String toJson(DataModel model) {
        return Json.pretty(toTree(model));
    }

    /** Reads {@code {"model": {...}}} or the model object itself. */
    public static DataModel fromTree(JsonNode document) {
        JsonNode model = document.has("model") ? document.get("model") : document;
        if (!model.isObject() || !model.has("tables")) {
            throw Problem.invalid(
                            "LW-1002",
                            "This is not a Lakewright model: it has no tables.",
                            "Pass the document that generate_* or refine_model returned.")
                    .exception();
        }
        return Json.convert(model, DataModel.class);
    }

    public static DataModel fromJson(String text) {
        return fromTree(Json.read(text));
    }

    /** The same document as YAML under {@code apiVersion} and {@code kind}. */
    public static String toYaml(DataModel model) {
        ObjectNode document = Json.object();
        document.put("apiVersion", API_VERSION);
        document.put("kind", KIND);
        document.set("model", Json.tree(model));
        return Yaml.write(document);
    }

    public static DataModel fromYaml(String text) {
        JsonNode document = Yaml.read(text);
        if (!API_VERSION.equals(document.path("apiVersion").asString(""))
                || !KIND.equals(document.path("kind").asString(""))) {
            throw Problem.invalid(
                            "LW-1003",
                            "The YAML is not a " + KIND + " of " + API_VERSION + ".",
                            "Start it with apiVersion: " + API_VERSION + " and kind: " + KIND + ".")
                    .exception();
        }
        return fromTree(document);
    }

    /** The model's content address, {@code sha256:} and 64 hexadecimal digits; equal models have equal references. */
    public static String reference(DataModel model) {
        return digest(Json.compact(model));
    }

    /** {@code sha256:} and the digest of the UTF-8 bytes of a text. */
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
