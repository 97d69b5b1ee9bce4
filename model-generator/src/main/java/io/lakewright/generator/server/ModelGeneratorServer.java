package io.lakewright.generator.server;

import io.lakewright.analyzer.read.SchemaChoice;
import io.lakewright.core.schema.SchemaCatalog;
import io.lakewright.mcp.Effects;
import io.lakewright.mcp.JsonSchemas;
import io.lakewright.mcp.Tool;
import io.lakewright.mcp.ToolServer;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code model-generator}: designs, refines, checks and prints data models. */
public final class ModelGeneratorServer {

    private ModelGeneratorServer() {}

    /** The server over a catalogue; safe for concurrent use. */
    public static ToolServer create(SchemaCatalog catalog) {
        GeneratorTools tools = new GeneratorTools(new SchemaChoice(catalog), new Models());
        return new ToolServer(
                "model-generator",
                "0.1.0",
                "Designs dimensional models and Data Vaults over source tables, changes them by typed edits, checks them"
                        + " and prints scripts, YAML, diagrams and documents. Take names from schema-analyzer first; pass"
                        + " models on by their model_ref.",
                List.of(
                        dimensional(tools),
                        vault(tools),
                        refine(tools),
                        validate(tools),
                        diff(tools),
                        graph(tools),
                        yaml(tools),
                        templates(tools),
                        documentation(tools),
                        export(tools)));
    }

    private static JsonNode designed() {
        return JsonSchemas.object(
                "model_ref:string",
                "summary:object",
                "model:object",
                "reactflow_model:object",
                "yaml_metadata:string",
                "templates:array",
                "documentation:array",
                "findings:array",
                "decisions:array",
                "load_order:array");
    }

    private static Tool<Inputs.Dimensional> dimensional(GeneratorTools tools) {
        return Tool.named("generate_dimensional_model")
                .title("Design a dimensional model")
                .description("Designs a dimension or a star schema over source tables: keys, history, grain, measures,"
                        + " loads, scripts, diagram and documents. kind dimension flattens parents into one dimension;"
                        + " kind star makes facts with their dimensions.")
                .effects(Effects.READS)
                .output(designed())
                .answering(Inputs.Dimensional.class, tools::dimensional);
    }

    private static Tool<Inputs.Vault> vault(GeneratorTools tools) {
        return Tool.named("generate_data_vault_model")
                .title("Design a Data Vault")
                .description("Designs a raw Data Vault 2.0 over source tables: hubs, links of whole units of work and"
                        + " satellites, with hash keys, loads, scripts, diagram and documents.")
                .effects(Effects.READS)
                .output(designed())
                .answering(Inputs.Vault.class, tools::vault);
    }

    private static Tool<Inputs.Refine> refine(GeneratorTools tools) {
        return Tool.named("refine_model")
                .title("Change a model")
                .description("Changes a model by typed edits, all or none: set_scd_type, add_column, drop_column,"
                        + " rename_table, rename_column, set_comment, set_clustering, set_partitioning, set_property,"
                        + " drop_table, set_target. Nothing else of the model changes.")
                .effects(Effects.READS)
                .output(JsonSchemas.object(
                        "model_ref:string",
                        "model:object",
                        "diff:object",
                        "applied:array",
                        "findings:array",
                        "summary:object",
                        "load_order:array"))
                .answering(Inputs.Refine.class, tools::refine);
    }

    private static Tool<Inputs.OneModel> validate(GeneratorTools tools) {
        return Tool.named("validate_model")
                .title("Check a model")
                .description("Checks a model against all modelling rules that need no data and gives a score.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("valid:boolean", "findings:array", "score:integer"))
                .answering(Inputs.OneModel.class, tools::validate);
    }

    private static Tool<Inputs.TwoModels> diff(GeneratorTools tools) {
        return Tool.named("diff_models")
                .title("Compare models")
                .description("Says which tables were added, changed or removed between two models.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("diff:object"))
                .answering(Inputs.TwoModels.class, tools::diff);
    }

    private static Tool<Inputs.Graph> graph(GeneratorTools tools) {
        return Tool.named("generate_reactflow_nodes")
                .title("Draw a model")
                .description(
                        "Gives a model as nodes and edges of React Flow, placed in layers, by forces or on a circle.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("nodes:array", "edges:array"))
                .answering(Inputs.Graph.class, tools::graph);
    }

    private static Tool<Inputs.OneModel> yaml(GeneratorTools tools) {
        return Tool.named("generate_yaml_metadata")
                .title("Write a model as YAML")
                .description("Gives a model as a YAML document for version control, from which it can be read back.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("yaml_metadata:string"))
                .answering(Inputs.OneModel.class, tools::yaml);
    }

    private static Tool<Inputs.Printed> templates(GeneratorTools tools) {
        return Tool.named("generate_templates")
                .title("Print scripts")
                .description("Prints the scripts of a model, each as SQL and as Jinja2 template: ddl, etl, dml, test.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("templates:array"))
                .answering(Inputs.Printed.class, tools::templates);
    }

    private static Tool<Inputs.OneModel> documentation(GeneratorTools tools) {
        return Tool.named("generate_documentation")
                .title("Document a model")
                .description(
                        "Writes the documents of a model in markdown: overview with diagram, source to target, data"
                                + " dictionary, decisions, load order, what is left out, bus matrix.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("documentation:array"))
                .answering(Inputs.OneModel.class, tools::documentation);
    }

    private static Tool<Inputs.Exported> export(GeneratorTools tools) {
        return Tool.named("export_project")
                .title("Export a model")
                .description("Gives the files of a model in one form: sql, yaml, docs, mermaid or dbml.")
                .effects(Effects.READS)
                .output(JsonSchemas.object("files:array"))
                .answering(Inputs.Exported.class, tools::export);
    }
}
