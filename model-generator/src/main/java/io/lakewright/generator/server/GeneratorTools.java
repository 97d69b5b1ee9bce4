package io.lakewright.generator.server;

import io.lakewright.analyzer.read.SchemaChoice;
import io.lakewright.core.Problem;
import io.lakewright.core.check.Finding;
import io.lakewright.core.document.Json;
import io.lakewright.core.edit.ModelDiff;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.generator.artefact.Artefacts;
import io.lakewright.generator.artefact.Documentation;
import io.lakewright.generator.artefact.LoadSteps;
import io.lakewright.generator.artefact.ModelSummary;
import io.lakewright.generator.artefact.ReactFlowGraph;
import io.lakewright.generator.artefact.Templates;
import io.lakewright.generator.dimensional.DimensionalBuilder;
import io.lakewright.generator.edit.Edited;
import io.lakewright.generator.edit.ModelEditor;
import io.lakewright.generator.layout.Layout;
import io.lakewright.generator.rules.ModelRules;
import io.lakewright.generator.vault.VaultBuilder;
import io.lakewright.mcp.ToolAnswer;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.ScriptType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What each tool does with its arguments. */
final class GeneratorTools {

    private final SchemaChoice schemas;
    private final Models models;

    GeneratorTools(SchemaChoice schemas, Models models) {
        this.schemas = schemas;
        this.models = models;
    }

    ToolAnswer dimensional(Inputs.Dimensional input) {
        SourceSchema schema = schemas.of(input.workspaceId(), input.schema()).schema();
        return Answers.design(
                models,
                DimensionalBuilder.build(schema, Requests.dimensional(schema, input)),
                dialect(input.dialect()));
    }

    ToolAnswer vault(Inputs.Vault input) {
        SourceSchema schema = schemas.of(input.workspaceId(), input.schema()).schema();
        return Answers.design(
                models, VaultBuilder.build(schema, Requests.vault(schema, input)), dialect(input.dialect()));
    }

    ToolAnswer refine(Inputs.Refine input) {
        DataModel before = models.read(input.model());
        List<ModelEdit> edits = input.edits().stream().map(GeneratorTools::edit).toList();
        boolean needsSchema = edits.stream().anyMatch(e -> e instanceof ModelEdit.AddColumn);
        Edited edited = ModelEditor.apply(
                before, edits, needsSchema ? schemas.optional(input.workspaceId(), input.schema()) : Optional.empty());
        DataModel after = edited.model();
        List<Finding> findings = new ArrayList<>(edited.findings());
        findings.addAll(ModelRules.check(after));
        ObjectNode answer = Json.object().put("model_ref", models.keep(after));
        answer.set("summary", ModelSummary.of(after));
        answer.set("applied", Json.tree(edited.applied()));
        answer.set("diff", Answers.diff(ModelDiff.between(before, after)));
        answer.set("findings", Json.tree(findings));
        answer.set("load_order", Json.tree(LoadSteps.of(after)));
        answer.set("model", Json.tree(after));
        String applied = edited.applied().isEmpty() ? "Nothing changed." : String.join("\n", edited.applied());
        return ToolAnswer.of(applied, answer);
    }

    private static ModelEdit edit(JsonNode node) {
        if (!node.path("op").isString()) {
            throw Problem.invalid(
                            "LW-1857",
                            "An edit needs an op.",
                            "Write {\"op\": \"set_scd_type\", \"table\": \"dim_product\", \"scd_type\": 1}.")
                    .exception();
        }
        return Json.convert(node, ModelEdit.class);
    }

    ToolAnswer validate(Inputs.OneModel input) {
        ModelRules.Validation validation = ModelRules.validate(models.read(input.model()));
        String text = (validation.valid() ? "The model keeps every rule" : "The model breaks rules") + ": score "
                + validation.score() + ", " + validation.findings().size() + " findings.";
        return ToolAnswer.of(text, validation);
    }

    ToolAnswer diff(Inputs.TwoModels input) {
        ModelDiff diff = ModelDiff.between(models.read(input.before()), models.read(input.after()));
        ObjectNode answer = Json.object();
        answer.set("diff", Answers.diff(diff));
        return ToolAnswer.of(
                diff.added().size() + " tables added, " + diff.updated().size() + " changed, "
                        + diff.removed().size() + " removed.",
                answer);
    }

    ToolAnswer graph(Inputs.Graph input) {
        JsonNode given = input.model()
                .or(input::modelSpec)
                .orElseThrow(() -> Problem.invalid(
                                "LW-1858",
                                "Neither model nor model_spec is given.",
                                "Send the model that is to be drawn.")
                        .exception());
        ObjectNode graph = ReactFlowGraph.of(
                models.read(given), Layout.valueOf(input.layout().name()));
        return ToolAnswer.of(
                graph.path("nodes").size() + " nodes and " + graph.path("edges").size() + " edges.", graph);
    }

    ToolAnswer yaml(Inputs.OneModel input) {
        String yaml = Artefacts.yaml(models.read(input.model()));
        return ToolAnswer.of(
                yaml.lines().count() + " lines of YAML.", Json.object().put("yaml_metadata", yaml));
    }

    ToolAnswer templates(Inputs.Printed input) {
        Set<ScriptType> types = EnumSet.noneOf(ScriptType.class);
        input.templateTypes()
                .filter(t -> !t.isEmpty())
                .orElse(Arrays.asList(Inputs.TemplateType.values()))
                .forEach(t -> types.add(ScriptType.valueOf(t.name())));
        List<Templates.Template> templates = Templates.of(models.read(input.model()), types, dialect(input.dialect()));
        ObjectNode answer = Json.object();
        answer.set("templates", Json.tree(templates));
        return ToolAnswer.of(templates.size() + " scripts printed.", answer);
    }

    ToolAnswer documentation(Inputs.OneModel input) {
        List<Documentation.Page> pages = Documentation.of(models.read(input.model()));
        ObjectNode answer = Json.object();
        answer.set("documentation", Json.tree(pages));
        return ToolAnswer.of(
                "Documents: "
                        + String.join(", ", pages.stream().map(p -> p.name()).toList()) + ".",
                answer);
    }

    ToolAnswer export(Inputs.Exported input) {
        List<Artefacts.ProjectFile> files = Artefacts.files(
                models.read(input.model()), Artefacts.Form.valueOf(input.to().name()), dialect(input.dialect()));
        ObjectNode answer = Json.object();
        answer.set("files", Json.tree(files));
        return ToolAnswer.of(files.size() + " files.", answer);
    }

    private static Dialect dialect(Inputs.DialectName name) {
        return Dialect.valueOf(name.name());
    }
}
