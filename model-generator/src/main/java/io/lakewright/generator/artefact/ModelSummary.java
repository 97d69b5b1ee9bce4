package io.lakewright.generator.artefact;

import io.lakewright.core.document.Json;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Design;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A model in a few lines, for a brain to talk about. */
public final class ModelSummary {

    private ModelSummary() {}

    /** Style, tables, business keys and what is left out. */
    public static ObjectNode of(DataModel model) {
        ObjectNode summary = Json.object()
                .put("name", model.name())
                .put("style", model.style().name().toLowerCase(Locale.ROOT));
        ArrayNode tables = summary.putArray("tables");
        ObjectNode keys = summary.putObject("business_keys");
        for (TableSpec table : model.tables()) {
            tables.add(table(table));
            if (!table.businessKey().isEmpty()) {
                keys.set(table.name(), Json.tree(table.businessKey()));
            }
        }
        summary.set("excluded", Json.tree(model.excluded()));
        return summary;
    }

    /** The same with what was said while it was designed. */
    public static ObjectNode of(Design design) {
        ObjectNode summary = of(design.model());
        summary.set("joined", Json.tree(design.joined()));
        summary.set("assumptions", Json.tree(design.assumptions()));
        summary.set("questions", Json.tree(design.questions()));
        summary.set("brief_deviations", Json.tree(design.deviations()));
        return summary;
    }

    private static ObjectNode table(TableSpec table) {
        ObjectNode node = Json.object()
                .put("id", table.id())
                .put("name", table.name())
                .put("kind", table.kind().name().toLowerCase(Locale.ROOT));
        switch (table) {
            case TableSpec.Dimension dimension ->
                node.put("scd_type", dimension.scdType().number());
            case TableSpec.Fact fact ->
                node.put("grain", fact.grain().words())
                        .put("fact_type", fact.factType().name().toLowerCase(Locale.ROOT));
            case TableSpec.DateDimension dates ->
                node.put(
                        "calendar",
                        dates.calendar().start() + " to " + dates.calendar().end());
            case TableSpec.Hub hub -> node.put("loads", hub.loads().size());
            case TableSpec.Link link -> node.set("parents", Json.tree(link.parents()));
            case TableSpec.Satellite satellite -> node.set("parents", Json.tree(satellite.parents()));
        }
        node.put("columns", table.columns().size());
        List<String> sources = table.sources().stream().map(TableName::text).toList();
        node.set("sources", Json.tree(sources));
        return node;
    }
}
