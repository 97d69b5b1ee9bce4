package io.lakewright.mcp;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the arguments of one tool into its input record, after they have passed the record's schema. */
final class ArgumentReader<I extends Record> {

    // One registry for all tools: the meta-schema is read once.
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final String tool;
    private final Class<I> type;
    private final ObjectNode schema;
    private final Map<String, JsonNode> defaults = new LinkedHashMap<>();
    private final Schema validator;

    ArgumentReader(String tool, Class<I> type) {
        this.tool = tool;
        this.type = type;
        this.schema = RecordSchema.ofInput(type);
        this.validator = REGISTRY.getSchema(schema);
        for (RecordComponent component : RecordSchema.properties(type)) {
            Default standard = component.getAnnotation(Default.class);
            if (standard != null) {
                defaults.put(RecordSchema.jsonName(component), Json.read(standard.value()));
            }
        }
    }

    JsonNode schema() {
        return schema;
    }

    I read(JsonNode given) {
        if (!given.isObject()) {
            throw Problem.invalid("LW-1301", "The arguments of " + tool + " must be a JSON object.", "Pass an object.")
                    .exception();
        }
        ObjectNode args = withoutNulls(given);
        List<com.networknt.schema.Error> errors = validator.validate(args);
        if (!errors.isEmpty()) {
            throw ArgumentProblems.describe(tool, schema, errors).exception();
        }
        defaults.forEach((name, value) -> {
            if (!args.has(name)) {
                args.set(name, value);
            }
        });
        return convert(args);
    }

    // Brains often write null for what they leave out.
    private ObjectNode withoutNulls(JsonNode given) {
        ObjectNode args = Json.object();
        given.properties().forEach(entry -> {
            if (!entry.getValue().isNull() || !schema.path("properties").has(entry.getKey())) {
                args.set(entry.getKey(), entry.getValue());
            }
        });
        return args;
    }

    private I convert(ObjectNode args) {
        try {
            return withoutEmptyTrees(Json.mapper().treeToValue(args, type), type, args);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /** An open argument that was left out is read as a tree that holds null; callers shall see that it is absent. */
    private static <R extends Record> R withoutEmptyTrees(R read, Class<R> type, ObjectNode args) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Method accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = withoutEmptyTree(components[i], accessor.invoke(read), args);
            }
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record " + type.getName() + " cannot be made again", e);
        }
    }

    private static @Nullable Object withoutEmptyTree(
            RecordComponent component, @Nullable Object value, ObjectNode args) {
        if (value instanceof Record part && RecordSchema.isUnwrapped(component)) {
            return unwrapped(part, args);
        }
        boolean empty = value instanceof Optional<?> some
                && some.isPresent()
                && some.get() instanceof JsonNode
                && !args.has(RecordSchema.jsonName(component));
        return empty ? Optional.empty() : value;
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R unwrapped(R part, ObjectNode args) {
        return withoutEmptyTrees(part, (Class<R>) part.getClass(), args);
    }

    // The schema cannot say everything: a record may refuse a value in its constructor.
    private ProblemException unreadable(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known;
            }
        }
        String argument = e.getPath().isEmpty()
                ? ""
                : String.valueOf(e.getPath().getFirst().getPropertyName());
        Throwable reason = e.getCause() instanceof IllegalArgumentException refused ? refused : e;
        String why = reason instanceof JacksonException parse ? parse.getOriginalMessage() : reason.getMessage();
        String sentence = (argument.isEmpty() ? "The arguments" : "Argument \"" + argument + "\"") + " of " + tool
                + " cannot be used: " + why + ".";
        Map<String, String> details = argument.isEmpty() ? Map.of() : Map.of("argument", argument);
        return new Problem.InvalidRequest("LW-1301", sentence, "Correct the argument and call again.", details)
                .exception();
    }
}
