package io.lakewright.generator.server;

import io.lakewright.core.check.Finding;
import io.lakewright.core.document.Json;
import io.lakewright.core.edit.ModelDiff;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.generator.artefact.Artefacts;
import io.lakewright.generator.artefact.Documentation;
import io.lakewright.generator.artefact.LoadSteps;
import io.lakewright.generator.artefact.ModelSummary;
import io.lakewright.generator.artefact.ReactFlowGraph;
import io.lakewright.generator.artefact.Templates;
import io.lakewright.generator.design.Design;
import io.lakewright.generator.edit.PhysicalLayout;
import io.lakewright.generator.layout.Layout;
import io.lakewright.generator.rules.ModelRules;
import io.lakewright.mcp.ToolAnswer;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.ScriptType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what tools answer. */
final class Answers {

    private static final int SHOWN = 8;

    private Answers() {}

    /** A whole design: the brief's response format and what goes beyond it. */
    static ToolAnswer design(Models models, Design draft, Dialect dialect) {
        Design design = draft.withModel(PhysicalLayout.of(draft.model()));
        DataModel model = design.model();
        List<Finding> findings = ModelRules.check(model);
        ObjectNode answer = Json.object().put("model_ref", models.keep(model));
        answer.set("summary", ModelSummary.of(design));
        answer.set("model", Json.tree(model));
        answer.set("reactflow_model", ReactFlowGraph.of(model, Layout.HIERARCHICAL));
        answer.put("yaml_metadata", Artefacts.yaml(model));
        answer.set("templates", Json.tree(Templates.of(model, EnumSet.allOf(ScriptType.class), dialect)));
        answer.set("documentation", Json.tree(Documentation.of(model)));
        answer.set("findings", Json.tree(findings));
        answer.set("decisions", decisions(model));
        answer.set("load_order", Json.tree(LoadSteps.of(model)));
        return ToolAnswer.of(text(design, findings), answer);
    }

    /** Decisions of the model, then of its tables, each with the table it is about. */
    static ArrayNode decisions(DataModel model) {
        ArrayNode all = Json.array();
        model.decisions().forEach(decision -> all.add(Json.tree(decision)));
        for (TableSpec table : model.tables()) {
            for (Decision decision : table.common().decisions()) {
                ObjectNode node = (ObjectNode) Json.tree(decision);
                all.add(node.put("table", table.name()));
            }
        }
        return all;
    }

    private static String text(Design design, List<Finding> findings) {
        StringBuilder text =
                new StringBuilder("Designed ").append(design.model().name()).append(": ");
        text.append(tables(design.model())).append('\n');
        design.assumptions().stream()
                .limit(SHOWN)
                .forEach(a -> text.append("Assumption: ").append(a).append('\n'));
        design.questions()
                .forEach(q -> text.append("Question: ").append(q.text()).append('\n'));
        findings.stream()
                .limit(SHOWN)
                .forEach(f -> text.append(f.severity().name().toLowerCase(Locale.ROOT))
                        .append(' ')
                        .append(f.rule())
                        .append(": ")
                        .append(f.message())
                        .append('\n'));
        text.append(design.model().excluded().size()).append(" tables or columns are left out, each with a reason.");
        return text.toString();
    }

    static String tables(DataModel model) {
        return model.tables().stream()
                .map(t -> t.name() + " (" + t.kind().name().toLowerCase(Locale.ROOT) + ", "
                        + t.columns().size() + " columns)")
                .collect(Collectors.joining(", "));
    }

    /** A difference by names, with a sentence for every change of a table. */
    static ObjectNode diff(ModelDiff diff) {
        ObjectNode node = Json.object();
        node.set("added", Json.tree(diff.added().stream().map(TableSpec::name).toList()));
        ArrayNode updated = node.putArray("updated");
        for (ModelDiff.Update update : diff.updated()) {
            ObjectNode one = updated.addObject().put("table", update.after().name());
            one.set("changes", Json.tree(changes(update.before(), update.after())));
        }
        node.set(
                "removed",
                Json.tree(diff.removed().stream().map(TableSpec::name).toList()));
        return node;
    }

    private static List<String> changes(TableSpec before, TableSpec after) {
        List<String> changes = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            changes.add("renamed from " + before.name());
        }
        if (before instanceof TableSpec.Dimension old
                && after instanceof TableSpec.Dimension now
                && old.scdType() != now.scdType()) {
            changes.add("SCD type " + old.scdType().number() + " became "
                    + now.scdType().number());
        }
        for (ModelColumn column : after.columns()) {
            before.columns().stream()
                    .filter(c -> c.id().equals(column.id()))
                    .findFirst()
                    .ifPresentOrElse(
                            old -> {
                                if (!old.equals(column)) {
                                    changes.add("column " + column.name() + " changed"
                                            + (old.name().equals(column.name()) ? "" : ", was " + old.name()));
                                }
                            },
                            () -> changes.add("column " + column.name() + " added"));
        }
        before.columns().stream()
                .filter(c -> after.columns().stream().noneMatch(a -> a.id().equals(c.id())))
                .forEach(c -> changes.add("column " + c.name() + " removed"));
        if (!before.physical().equals(after.physical())) {
            changes.add("layout changed: clustering " + after.physical().clustering() + ", partitioning "
                    + after.physical().partitioning());
        }
        if (!before.loads().equals(after.loads())) {
            changes.add("load changed");
        }
        return changes.isEmpty() ? List.of("description or decisions changed") : List.copyOf(changes);
    }
}
