package io.lakewright.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lakewright.core.document.Json;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Derives the JSON Schema (2020-12) of a record as {@link Json} reads and writes it: snake case names, lower-case enums,
 * optionals left out, unwrapped records opened. Schemas of inputs are closed, those of outputs are open for further properties.
 */
final class RecordSchema {

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();
    private static final Map<Class<?>, JsonForm> SCALARS = Map.ofEntries(
            Map.entry(String.class, JsonForm.STRING),
            Map.entry(LakeType.class, JsonForm.STRING),
            Map.entry(TableName.class, JsonForm.STRING),
            Map.entry(ScdType.class, JsonForm.INTEGER),
            Map.entry(int.class, JsonForm.INTEGER),
            Map.entry(Integer.class, JsonForm.INTEGER),
            Map.entry(OptionalInt.class, JsonForm.INTEGER),
            Map.entry(long.class, JsonForm.INTEGER),
            Map.entry(Long.class, JsonForm.INTEGER),
            Map.entry(OptionalLong.class, JsonForm.INTEGER),
            Map.entry(BigInteger.class, JsonForm.INTEGER),
            Map.entry(double.class, JsonForm.NUMBER),
            Map.entry(Double.class, JsonForm.NUMBER),
            Map.entry(OptionalDouble.class, JsonForm.NUMBER),
            Map.entry(BigDecimal.class, JsonForm.NUMBER),
            Map.entry(boolean.class, JsonForm.BOOLEAN),
            Map.entry(Boolean.class, JsonForm.BOOLEAN));

    private final boolean closed;
    private final Set<Class<?>> open = new HashSet<>();
    private final Set<Class<?>> recursive = new HashSet<>();
    private final Map<String, JsonNode> definitions = new LinkedHashMap<>();

    private RecordSchema(boolean closed) {
        this.closed = closed;
    }

    static ObjectNode ofInput(Class<? extends Record> type) {
        return new RecordSchema(true).root(type);
    }

    static ObjectNode ofOutput(Class<? extends Record> type) {
        return new RecordSchema(false).root(type);
    }

    /** The name under which a component stands in JSON. */
    static String jsonName(RecordComponent component) {
        JsonProperty given = component.getAnnotation(JsonProperty.class);
        if (given == null) {
            given = component.getAccessor().getAnnotation(JsonProperty.class);
        }
        return given == null || given.value().isEmpty()
                ? SNAKE_CASE.nameForField(null, null, component.getName())
                : given.value();
    }

    /** The components that stand as properties: those of an unwrapped record stand in its place. */
    static List<RecordComponent> properties(Class<?> type) {
        List<RecordComponent> properties = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (isUnwrapped(component)) {
                properties.addAll(properties(component.getType()));
            } else {
                properties.add(component);
            }
        }
        return properties;
    }

    /** Whether a component is a record whose properties stand beside those of its owner. */
    static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    private ObjectNode root(Class<?> type) {
        ObjectNode schema = object(type);
        if (!definitions.isEmpty()) {
            ObjectNode holder = schema.putObject("$defs");
            definitions.forEach(holder::set);
        }
        return schema;
    }

    private ObjectNode object(Class<?> type) {
        open.add(type);
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.array();
        for (RecordComponent component : properties(type)) {
            String name = jsonName(component);
            properties.set(name, property(component));
            if (isRequired(component)) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (closed) {
            schema.put("additionalProperties", false);
        }
        open.remove(type);
        if (recursive.contains(type)) {
            definitions.put(type.getSimpleName(), schema.deepCopy());
        }
        return schema;
    }

    private ObjectNode property(RecordComponent component) {
        ObjectNode schema = form(component.getGenericType(), component);
        ObjectNode described = Json.object();
        Describe description = component.getAnnotation(Describe.class);
        if (description != null) {
            described.put("description", description.value());
        }
        described.setAll(schema);
        Default standard = component.getAnnotation(Default.class);
        if (standard != null) {
            described.set("default", Json.read(standard.value()));
        }
        Range range = component.getAnnotation(Range.class);
        if (range != null && range.min() != Long.MIN_VALUE) {
            described.put("minimum", range.min());
        }
        if (range != null && range.max() != Long.MAX_VALUE) {
            described.put("maximum", range.max());
        }
        addExamples(described, component.getAnnotation(Example.class));
        return described;
    }

    private ObjectNode form(Type type, AnnotatedElement origin) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] arguments = generic.getActualTypeArguments();
            if (raw == Optional.class) {
                return form(arguments[0], origin);
            }
            if (Collection.class.isAssignableFrom(raw)) {
                ObjectNode schema = Json.object().put("type", "array");
                schema.set("items", form(arguments[0], origin));
                return schema;
            }
            if (Map.class.isAssignableFrom(raw)) {
                ObjectNode schema = Json.object().put("type", "object");
                schema.set("additionalProperties", form(arguments[1], origin));
                return schema;
            }
            return form(raw, origin);
        }
        return type instanceof Class<?> simple ? simpleForm(simple, origin) : Json.object();
    }

    private ObjectNode simpleForm(Class<?> type, AnnotatedElement origin) {
        JsonForm scalar = SCALARS.get(type);
        if (scalar != null) {
            return Json.object().put("type", scalar.schemaName());
        }
        if (type.isEnum()) {
            ObjectNode schema = Json.object().put("type", "string");
            ArrayNode names = schema.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                names.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
            }
            return schema;
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return openForm(origin.getAnnotation(Accepts.class));
        }
        if (!type.isRecord()) {
            // A sealed family or a class with a form of its own; reading it says what is wrong with a value.
            return Json.object();
        }
        if (open.contains(type) || definitions.containsKey(type.getSimpleName())) {
            recursive.add(type);
            return Json.object().put("$ref", "#/$defs/" + type.getSimpleName());
        }
        return object(type);
    }

    private static ObjectNode openForm(@Nullable Accepts accepts) {
        ObjectNode schema = Json.object();
        if (accepts == null) {
            return schema;
        }
        if (accepts.value().length == 1) {
            return schema.put("type", accepts.value()[0].schemaName());
        }
        ArrayNode forms = schema.putArray("oneOf");
        for (JsonForm form : accepts.value()) {
            forms.addObject().put("type", form.schemaName());
        }
        return schema;
    }

    private static void addExamples(ObjectNode schema, @Nullable Example examples) {
        if (examples != null) {
            ArrayNode values = schema.putArray("examples");
            for (String example : examples.value()) {
                values.add(Json.read(example));
            }
        }
    }

    private static boolean isRequired(RecordComponent component) {
        Class<?> type = component.getType();
        return type != Optional.class
                && type != OptionalInt.class
                && type != OptionalLong.class
                && type != OptionalDouble.class
                && !component.isAnnotationPresent(Default.class)
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
