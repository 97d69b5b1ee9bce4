package io.lakewright.generator.server;

import io.lakewright.mcp.Accepts;
import io.lakewright.mcp.Default;
import io.lakewright.mcp.Describe;
import io.lakewright.mcp.Example;
import io.lakewright.mcp.JsonForm;
import io.lakewright.mcp.Range;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The arguments of the tools. */
final class Inputs {

    static final String WORKSPACE = "Workspace whose schema is meant; the first one when left out.";
    static final String SCHEMA = "Schema facts to use instead of a workspace.";
    static final String SCHEMA_EXAMPLE =
            "{\"name\": \"shop\", \"tables\": [{\"name\": \"item\", \"columns\": [{\"name\": \"item_id\", \"type\": \"integer\", \"nullable\": false}], \"primary_key\": [\"item_id\"]}]}";
    static final String MODEL =
            "The model: the object that generate_* or refine_model returned, or {\"model_ref\": \"sha256:...\"}.";
    static final String MODEL_EXAMPLE = "{\"model_ref\": \"sha256:0f...\"}";
    static final String TARGETS = "Where layers stand; main.bronze, main.gold, main.raw_vault when left out.";
    static final String TARGETS_EXAMPLE = "{\"gold\": {\"catalog\": \"main\", \"schema\": \"gold\"}}";

    private Inputs() {}

    record Dimensional(
            @Describe("Source tables, with or without their schema, the most important first.")
            @Example("[\"product\", \"productcategory\"]")
            List<String> sourceTables,

            @Describe("Columns that dimensions are limited to; all when left out.")
            @Accepts({JsonForm.ARRAY, JsonForm.STRING, JsonForm.OBJECT})
            @Example({"[\"name\", \"product.color\"]", "[{\"table\": \"product\", \"column\": \"color\"}]"})
            Optional<JsonNode> dimensionAttributes,

            @Describe("What one row of the fact stands for: a sentence, or the columns that identify it.")
            @Accepts({JsonForm.STRING, JsonForm.OBJECT})
            @Example({"\"one row per order line\"", "{\"columns\": [\"order_id\", \"line_no\"]}"})
            Optional<JsonNode> grain,

            @Describe(WORKSPACE) Optional<String> workspaceId,

            @Describe(SCHEMA) @Accepts(JsonForm.OBJECT) @Example(SCHEMA_EXAMPLE)
            Optional<JsonNode> schema,

            @Describe("dimension or star; when left out a star if one of the tables looks like a fact.")
            Optional<Kind> kind,

            @Describe("How dimensions treat changes: 0 keep the first, 1 overwrite, 2 keep every version.")
            @Default("2")
            @Range(min = 0, max = 2)
            int scdType,

            @Describe("Name of the model, and of its only dimension or fact.")
            Optional<String> name,

            @Describe(TARGETS) @Accepts(JsonForm.OBJECT) @Example(TARGETS_EXAMPLE)
            Optional<JsonNode> targets,

            @Describe("Tables that shall be facts; recognised when left out.")
            Optional<List<String>> facts,

            @Describe("Tables that shall be dimensions of their own.")
            Optional<List<String>> dimensions,

            @Describe("How dimensions get their keys.") @Default("\"identity\"")
            Surrogate surrogate,

            @Describe("For whom scripts are printed.") @Default("\"databricks\"")
            DialectName dialect) {}

    enum Kind {
        DIMENSION,
        STAR
    }

    enum Surrogate {
        IDENTITY,
        HASH
    }

    enum DialectName {
        DATABRICKS,
        OSS
    }

    enum LayoutName {
        HIERARCHICAL,
        FORCE,
        CIRCULAR
    }

    enum TemplateType {
        DDL,
        ETL,
        DML,
        TEST
    }

    enum ExportForm {
        SQL,
        YAML,
        DOCS,
        MERMAID,
        DBML
    }

    record Vault(
            @Describe("Source tables, with or without their schema; all tables when empty.")
            @Example("[\"customer\", \"orders\"]")
            List<String> sourceTables,

            @Describe("Business keys by table, where the primary key is not meant.")
            @Accepts({JsonForm.OBJECT, JsonForm.STRING})
            @Example({"{\"orders\": [\"order_no\"]}", "{\"orders\": \"order_no\"}"})
            Optional<JsonNode> businessKeys,

            @Describe("References that the schema does not declare, as from and to.")
            @Accepts({JsonForm.ARRAY, JsonForm.STRING, JsonForm.OBJECT})
            @Example({
                "[{\"from\": \"orders.customer_no\", \"to\": \"customer.customer_no\"}]",
                "\"orders.customer_no -> customer.customer_no\""
            })
            Optional<JsonNode> relationships,

            @Describe("Tables that must not join, not even as keys that others refer to.") @Example("[\"audit_log\"]")
            Optional<List<String>> leaveOut,

            @Describe(WORKSPACE) Optional<String> workspaceId,

            @Describe(SCHEMA) @Accepts(JsonForm.OBJECT) @Example(SCHEMA_EXAMPLE)
            Optional<JsonNode> schema,

            @Describe("Name of the model.") Optional<String> name,

            @Describe(TARGETS) @Accepts(JsonForm.OBJECT) @Example(TARGETS_EXAMPLE)
            Optional<JsonNode> targets,

            @Describe("For whom scripts are printed.") @Default("\"databricks\"")
            DialectName dialect) {}

    record Refine(
            @Describe(MODEL) @Accepts(JsonForm.OBJECT) @Example(MODEL_EXAMPLE)
            JsonNode model,

            @Describe("Typed edits, carried out all or none, in order.")
            @Accepts(JsonForm.OBJECT)
            @Example("[{\"op\": \"set_scd_type\", \"table\": \"dim_product\", \"scd_type\": 1}]")
            List<JsonNode> edits,

            @Describe(WORKSPACE) Optional<String> workspaceId,

            @Describe(SCHEMA) @Accepts(JsonForm.OBJECT) @Example(SCHEMA_EXAMPLE)
            Optional<JsonNode> schema) {}

    record OneModel(
            @Describe(MODEL) @Accepts(JsonForm.OBJECT) @Example(MODEL_EXAMPLE)
            JsonNode model,

            @Describe(WORKSPACE) Optional<String> workspaceId) {}

    record TwoModels(
            @Describe(MODEL) @Accepts(JsonForm.OBJECT) @Example(MODEL_EXAMPLE)
            JsonNode before,

            @Describe(MODEL) @Accepts(JsonForm.OBJECT) @Example(MODEL_EXAMPLE)
            JsonNode after,

            @Describe(WORKSPACE) Optional<String> workspaceId) {}

    record Graph(
            @Describe(MODEL) @Accepts(JsonForm.OBJECT) @Example(MODEL_EXAMPLE)
            Optional<JsonNode> model,

            @Describe("Another name for model.") @Accepts(JsonForm.OBJECT) @Example(MODEL_EXAMPLE)
            Optional<JsonNode> modelSpec,

            @Describe("How nodes are placed.") @Default("\"hierarchical\"")
            LayoutName layout,

            @Describe(WORKSPACE) Optional<String> workspaceId) {}

    record Printed(
            @Describe(MODEL) @Accepts(JsonForm.OBJECT) @Example(MODEL_EXAMPLE)
            JsonNode model,

            @Describe("Kinds of scripts; all when left out.") @Example("[\"ddl\", \"etl\"]")
            Optional<List<TemplateType>> templateTypes,

            @Describe("For whom scripts are printed.") @Default("\"databricks\"")
            DialectName dialect,

            @Describe(WORKSPACE) Optional<String> workspaceId) {}

    record Exported(
            @Describe(MODEL) @Accepts(JsonForm.OBJECT) @Example(MODEL_EXAMPLE)
            JsonNode model,

            @Describe("The form that is wanted.") ExportForm to,

            @Describe("For whom scripts are printed.") @Default("\"databricks\"")
            DialectName dialect,

            @Describe(WORKSPACE) Optional<String> workspaceId) {}
}
