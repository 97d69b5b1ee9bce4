package io.lakewright.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** How messages of the protocol are read and written. The protocol's own names are camel case, so not by {@code Json}. */
final class Wire {

    /** The largest message that is read; the largest models of the contracts are a tenth of it. */
    static final int MESSAGE_LIMIT = 32 * 1024 * 1024;

    /** Oldest first, as the SDK wants them. */
    static final List<String> PROTOCOLS = List.of(
            ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18,
            ProtocolVersions.MCP_2025_11_25);

    static final McpJsonMapper MAPPER =
            new PassingMapper(new JacksonMcpJsonMapper(JsonMapper.builder(JsonFactory.builder()
                            .streamReadConstraints(StreamReadConstraints.builder()
                                    .maxNestingDepth(200)
                                    .maxStringLength(MESSAGE_LIMIT)
                                    .build())
                            .build())
                    .build()));

    /**
     * Tools validate their own arguments and name the argument that is wrong; the SDK's check would come first and say
     * less. What our tools answer is held to its schema by the contract tests, not on every call.
     */
    static final JsonSchemaValidator NO_VALIDATION = new JsonSchemaValidator() {
        @Override
        public ValidationResponse validate(Map<String, Object> schema, Object value) {
            return ValidationResponse.asValid("");
        }

        @Override
        public ValidationResponse validateSchema(Map<String, Object> schema) {
            return ValidationResponse.asValid("");
        }

        @Override
        public void assertConforms(String name, Map<String, Object> schema) {
            // See above.
        }
    };

    private Wire() {}

    /** Hands a value on as it is when it already has the wanted type, which within a process it always has. */
    private record PassingMapper(McpJsonMapper mapper) implements McpJsonMapper {
        @Override
        public <T> T readValue(String content, Class<T> type) throws IOException {
            return mapper.readValue(content, type);
        }

        @Override
        public <T> T readValue(byte[] content, Class<T> type) throws IOException {
            return mapper.readValue(content, type);
        }

        @Override
        public <T> T readValue(String content, TypeRef<T> type) throws IOException {
            return mapper.readValue(content, type);
        }

        @Override
        public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
            return mapper.readValue(content, type);
        }

        @Override
        public <T> T convertValue(Object value, Class<T> type) {
            return type.isInstance(value) ? type.cast(value) : mapper.convertValue(value, type);
        }

        @Override
        @SuppressWarnings("unchecked") // The instance was checked against the raw type.
        public <T> T convertValue(Object value, TypeRef<T> type) {
            Type wanted = type.getType();
            Type raw = wanted instanceof ParameterizedType generic ? generic.getRawType() : wanted;
            if (wanted instanceof Class<?> && raw instanceof Class<?> known && known.isInstance(value)) {
                return (T) value;
            }
            return mapper.convertValue(value, type);
        }

        @Override
        public String writeValueAsString(Object value) throws IOException {
            return mapper.writeValueAsString(sayable(value));
        }

        @Override
        public byte[] writeValueAsBytes(Object value) throws IOException {
            return mapper.writeValueAsBytes(sayable(value));
        }

        // The HTTP transport writes exceptions as they are, with their stack traces.
        private static Object sayable(Object value) {
            if (!(value instanceof Throwable)) {
                return value;
            }
            int code = McpSchema.ErrorCodes.INTERNAL_ERROR;
            String message = "Internal error";
            if (value instanceof McpError refused
                    && refused.getJsonRpcError() != null
                    && refused.getJsonRpcError().code() != code) {
                code = refused.getJsonRpcError().code();
                message = refused.getJsonRpcError().message();
            }
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("jsonrpc", "2.0");
            answer.put("id", null);
            answer.put("error", Map.of("code", code, "message", message));
            return answer;
        }
    }
}
