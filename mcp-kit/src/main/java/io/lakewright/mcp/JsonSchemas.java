package io.lakewright.mcp;

import io.lakewright.core.document.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas (2020-12) for what tools answer. They stay open for further properties: answers only grow. */
public final class JsonSchemas {

    private JsonSchemas() {}

    /** The schema of a record as {@code Json} writes it. */
    public static JsonNode ofRecord(Class<? extends Record> type) {
        return RecordSchema.ofOutput(type);
    }

    /** The schema in a JSON text. */
    public static JsonNode parse(String json) {
        return Json.read(json);
    }

    /**
     * An object whose required properties have the given forms, for answers that are built as trees: {@code
     * object("tables:array", "digest:string", "note?:string")}. A question mark makes a property optional; a form left
     * out leaves it open; several forms are separated by a bar.
     */
    public static ObjectNode object(String... properties) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode members = schema.putObject("properties");
        ArrayNode required = Json.array();
        for (String property : properties) {
            int colon = property.indexOf(':');
            String name = colon < 0 ? property : property.substring(0, colon);
            boolean optional = name.endsWith("?");
            name = optional ? name.substring(0, name.length() - 1) : name;
            ObjectNode member = members.putObject(name);
            if (colon >= 0) {
                forms(member, property.substring(colon + 1));
            }
            if (!optional) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static void forms(ObjectNode member, String forms) {
        if (forms.indexOf('|') < 0) {
            member.put("type", forms);
            return;
        }
        ArrayNode types = member.putArray("type");
        for (String form : forms.split("\\|", -1)) {
            types.add(form);
        }
    }
}
