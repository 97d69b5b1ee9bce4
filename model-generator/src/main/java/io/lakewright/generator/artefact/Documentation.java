package io.lakewright.generator.artefact;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The documents of a model in markdown (modeling.md 5.2). */
public final class Documentation {

    /**
     * @param name file name
     * @param content markdown
     */
    public record Page(String name, String content) {}

    private Documentation() {}

    /** Overview, source-to-target mapping, data dictionary, decisions, load order, what is left out; bus matrix of stars. */
    public static List<Page> of(DataModel model) {
        List<Page> pages = new ArrayList<>();
        pages.add(new Page("overview.md", overview(model)));
        pages.add(new Page("source_to_target.md", mapping(model)));
        pages.add(new Page("data_dictionary.md", dictionary(model)));
        pages.add(new Page("decisions.md", decisions(model)));
        pages.add(new Page("load_order.md", loadOrder(model)));
        pages.add(new Page("excluded.md", excluded(model)));
        if (model.tables().stream().anyMatch(t -> t instanceof TableSpec.Fact)) {
            pages.add(new Page("bus_matrix.md", BusMatrix.of(model)));
        }
        return List.copyOf(pages);
    }

    private static String overview(DataModel model) {
        Markdown page = new Markdown().heading(1, model.name()).paragraph(model.description());
        page.header(List.of("Table", "Kind", "Layer", "Columns", "Sources", "About"));
        for (TableSpec table : model.tables()) {
            page.row(List.of(
                    table.name(),
                    kind(table),
                    table.layer().name().toLowerCase(Locale.ROOT),
                    Integer.toString(table.columns().size()),
                    table.sources().stream().map(s -> s.text()).collect(Collectors.joining(", ")),
                    table.common().description()));
        }
        page.heading(2, "Diagram").fence("mermaid", Mermaid.of(model));
        page.heading(2, "Where it stands").header(List.of("Layer", "Catalog", "Schema"));
        model.targets()
                .forEach((layer, target) ->
                        page.row(List.of(layer.name().toLowerCase(Locale.ROOT), target.catalog(), target.schema())));
        return page.done();
    }

    static String kind(TableSpec table) {
        String kind = table.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (table) {
            case TableSpec.Dimension dimension ->
                kind + ", type " + dimension.scdType().number();
            case TableSpec.Fact fact ->
                fact.factType().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + kind;
            case TableSpec.DateDimension dates -> kind;
            case TableSpec.Hub hub -> kind;
            case TableSpec.Link link -> kind;
            case TableSpec.Satellite satellite -> kind;
        };
    }

    private static String mapping(DataModel model) {
        Markdown page = new Markdown().heading(1, "Source to target: " + model.name());
        for (TableSpec table : model.tables()) {
            for (Load load : table.loads()) {
                page.heading(2, table.name() + " by " + load.name());
                page.paragraph(
                        "Reads " + load.from().table() + " as " + load.from().alias() + " by "
                                + load.strategy().name().toLowerCase(Locale.ROOT) + "; place " + load.order()
                                + " in the load order.");
                load.from().joins().forEach(join -> page.item(join(join)));
                page.header(List.of("Target column", "Type", "Rule", "Source"));
                load.columns()
                        .forEach(column -> page.row(List.of(
                                column.name(),
                                table.column(column.name())
                                        .map(c -> c.type().text())
                                        .orElse(""),
                                rule(column.transform()),
                                column.sources().stream()
                                        .map(s -> s.alias() + "." + s.column())
                                        .collect(Collectors.joining(", ")))));
                load.lookups()
                        .forEach(lookup -> page.row(List.of(
                                lookup.column(),
                                table.column(lookup.column())
                                        .map(c -> c.type().text())
                                        .orElse(""),
                                "key of "
                                        + model.byId(lookup.dimension())
                                                .map(TableSpec::name)
                                                .orElse(lookup.dimension())
                                        + lookup.asOf()
                                                .map(at -> " as of " + at.alias() + "." + at.column())
                                                .orElse(", current version"),
                                lookup.naturalKey().stream()
                                        .map(s -> s.alias() + "." + s.column())
                                        .collect(Collectors.joining(", ")))));
            }
        }
        return page.done();
    }

    private static String join(Load.Join join) {
        return join.type() + " JOIN " + join.table() + " as " + join.alias() + " on "
                + join.via().stream()
                        .map(pair -> pair.left().alias() + "." + pair.left().column() + " = " + join.alias() + "."
                                + pair.right())
                        .collect(Collectors.joining(" and "));
    }

    private static String rule(Transform transform) {
        return switch (transform) {
            case Transform.Copy copy -> "copy";
            case Transform.HashKey key -> "hash key";
            case Transform.HashDiff diff -> "change hash";
            case Transform.BatchTimestamp batch -> "timestamp of the batch";
            case Transform.RecordSource source -> "record source";
            case Transform.DateKey date -> "day as yyyymmdd, -1 where unknown";
            case Transform.Literal literal -> "always " + literal.value();
            case Transform.Product product -> product.complementLast() ? "product, last as 1 - x" : "product";
        };
    }

    private static String dictionary(DataModel model) {
        Markdown page = new Markdown().heading(1, "Data dictionary: " + model.name());
        for (TableSpec table : model.tables()) {
            page.heading(2, table.name()).paragraph(table.common().description());
            page.header(List.of("Column", "Type", "Null", "Role", "Meaning", "Source", "Notes"));
            table.columns()
                    .forEach(column -> page.row(List.of(
                            column.name(),
                            column.type().text(),
                            column.nullable() ? "yes" : "no",
                            column.role().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            column.comment().orElse(""),
                            column.source()
                                    .map(s -> s.table() + "." + s.column())
                                    .orElse(""),
                            notes(column))));
        }
        return page.done();
    }

    private static String notes(ModelColumn column) {
        List<String> notes = new ArrayList<>(column.tags());
        column.additivity()
                .ifPresent(a -> notes.add(a.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        column.scdType().ifPresent(type -> notes.add("type " + type.number()));
        return String.join(", ", notes);
    }

    private static String decisions(DataModel model) {
        Markdown page = new Markdown().heading(1, "Decisions: " + model.name());
        model.decisions().forEach(decision -> decision(page, Optional.empty(), decision));
        for (TableSpec table : model.tables()) {
            table.common().decisions().forEach(decision -> decision(page, Optional.of(table.name()), decision));
        }
        return page.done();
    }

    private static void decision(Markdown page, Optional<String> table, Decision decision) {
        page.heading(2, table.map(t -> t + ": ").orElse("") + decision.choice());
        page.paragraph("Because " + decision.because() + " (rule " + decision.rule() + ").");
        decision.evidence().forEach(fact -> page.item("Evidence: " + fact));
        decision.alternatives().forEach(other -> page.item("Alternative: " + other));
    }

    private static String loadOrder(DataModel model) {
        Markdown page = new Markdown().heading(1, "Load order: " + model.name());
        page.header(List.of("Step", "Tables", "Side by side", "Why"));
        LoadSteps.of(model)
                .forEach(step -> page.row(List.of(
                        Integer.toString(step.step()),
                        String.join(", ", step.tables()),
                        step.parallel() ? "yes" : "no",
                        step.why())));
        return page.done();
    }

    private static String excluded(DataModel model) {
        Markdown page = new Markdown().heading(1, "Left out: " + model.name());
        if (model.excluded().isEmpty()) {
            return page.paragraph("Nothing of the tables in scope is left out.").done();
        }
        page.header(List.of("Table or column", "Because"));
        for (Exclusion exclusion : model.excluded()) {
            page.row(List.of(exclusion.table(), exclusion.because()));
        }
        return page.done();
    }
}
