package io.lakewright.core.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.lakewright.core.Problem;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Transform;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The one JSON dialect of Lakewright: snake case names, lower-case enums, absent optionals left out, unknown
 * properties refused, bounded depth and size, no polymorphism by class name.
 */
public final class Json {

    private static final JsonMapper MAPPER = build();

    private Json() {}

    /** The shared mapper; immutable and safe for concurrent use. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Pretty text with a final newline. */
    public static String pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }

    public static String compact(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** @throws io.lakewright.core.ProblemException LW-1001 with line and column when the text is not JSON */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /** @throws io.lakewright.core.ProblemException LW-1001 when the document does not have the form of the type */
    public static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    private static RuntimeException unreadable(JacksonException e) {
        String where = e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return Problem.invalid(
                        "LW-1001",
                        "The JSON cannot be read: " + e.getOriginalMessage() + where + ".",
                        "Correct the document and try again.")
                .exception();
    }

    private static JsonMapper build() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(200)
                        .maxStringLength(20_000_000)
                        .build())
                .build();
        SimpleModule forms = new SimpleModule("lakewright")
                .addSerializer(new Text<>(LakeType.class, LakeType::text))
                .addDeserializer(LakeType.class, new FromText<>(LakeType.class, LakeType::parse))
                .addSerializer(new Text<>(TableName.class, TableName::text))
                .addDeserializer(TableName.class, new FromText<>(TableName.class, TableName::parse))
                .addSerializer(new ScdNumber())
                .addDeserializer(ScdType.class, new FromScdNumber())
                .addSerializer(new TableWriter())
                .addDeserializer(TableSpec.class, new TableReader());
        return JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .addMixIn(Transform.class, TransformForm.class)
                .addMixIn(ModelEdit.class, EditForm.class)
                .addMixIn(Column.class, ColumnForm.class)
                .addModule(forms)
                .build();
    }

    /** Few columns are enumerations; the others do not speak of labels. */
    private interface ColumnForm {

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        // Read by Jackson only.
        @SuppressWarnings("UnusedMethod")
        List<String> labels();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Transform.Copy.class, name = "copy"),
        @JsonSubTypes.Type(value = Transform.HashKey.class, name = "hash_key"),
        @JsonSubTypes.Type(value = Transform.HashDiff.class, name = "hash_diff"),
        @JsonSubTypes.Type(value = Transform.BatchTimestamp.class, name = "batch_timestamp"),
        @JsonSubTypes.Type(value = Transform.RecordSource.class, name = "record_source"),
        @JsonSubTypes.Type(value = Transform.DateKey.class, name = "date_key"),
        @JsonSubTypes.Type(value = Transform.Literal.class, name = "literal"),
        @JsonSubTypes.Type(value = Transform.Product.class, name = "product"),
    })
    private interface TransformForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ModelEdit.SetScdType.class, name = "set_scd_type"),
        @JsonSubTypes.Type(value = ModelEdit.AddColumn.class, name = "add_column"),
        @JsonSubTypes.Type(value = ModelEdit.DropColumn.class, name = "drop_column"),
        @JsonSubTypes.Type(value = ModelEdit.RenameTable.class, name = "rename_table"),
        @JsonSubTypes.Type(value = ModelEdit.RenameColumn.class, name = "rename_column"),
        @JsonSubTypes.Type(value = ModelEdit.SetComment.class, name = "set_comment"),
        @JsonSubTypes.Type(value = ModelEdit.SetClustering.class, name = "set_clustering"),
        @JsonSubTypes.Type(value = ModelEdit.SetPartitioning.class, name = "set_partitioning"),
        @JsonSubTypes.Type(value = ModelEdit.SetProperty.class, name = "set_property"),
        @JsonSubTypes.Type(value = ModelEdit.DropTable.class, name = "drop_table"),
        @JsonSubTypes.Type(value = ModelEdit.SetTarget.class, name = "set_target"),
    })
    private interface EditForm {}

    private static final class Text<T> extends StdSerializer<T> {
        private final Function<T, String> form;

        Text(Class<T> type, Function<T, String> form) {
            super(type);
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(form.apply(value));
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private final Function<String, T> parser;

        FromText(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            return parser.apply(in.getValueAsString(""));
        }
    }

    private static final class ScdNumber extends StdSerializer<ScdType> {
        ScdNumber() {
            super(ScdType.class);
        }

        @Override
        public void serialize(ScdType value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(value.number());
        }
    }

    private static final class FromScdNumber extends StdDeserializer<ScdType> {
        FromScdNumber() {
            super(ScdType.class);
        }

        @Override
        public ScdType deserialize(JsonParser in, DeserializationContext context) {
            return ScdType.ofNumber(in.getValueAsInt(-1));
        }
    }

    private static final class TableWriter extends StdSerializer<TableSpec> {
        TableWriter() {
            super(TableSpec.class);
        }

        @Override
        public void serialize(TableSpec value, JsonGenerator out, SerializationContext context) {
            out.writePOJO(TableDocument.of(value));
        }
    }

    private static final class TableReader extends StdDeserializer<TableSpec> {
        TableReader() {
            super(TableSpec.class);
        }

        @Override
        public TableSpec deserialize(JsonParser in, DeserializationContext context) {
            return in.readValueAs(TableDocument.class).toSpec();
        }
    }
}
