package io.lakewright.generator.artefact;

import io.lakewright.core.document.Json;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.generator.layout.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The model as nodes and edges of React Flow (contracts section 3): source tables, target tables, lineage and foreign
 * keys. Ids are stable over renames.
 */
public final class ReactFlowGraph {

    private static final int HEAD = 56;
    private static final int ROW = 24;
    private static final int MOST_ROWS = 15;
    private static final int LEAST_WIDTH = 264;
    private static final int MOST_WIDTH = 360;
    private static final int LETTER = 7;
    private static final int MARGIN = 60;

    private final DataModel model;
    private final Map<String, String> sourceIds = new LinkedHashMap<>();
    private final Map<String, ObjectNode> nodes = new LinkedHashMap<>();
    private final Map<String, ObjectNode> edges = new LinkedHashMap<>();
    private final List<Layout.Box> boxes = new ArrayList<>();
    private final List<Layout.Link> links = new ArrayList<>();

    private ReactFlowGraph(DataModel model) {
        this.model = model;
    }

    /** The object {@code {nodes, edges}}. */
    public static ObjectNode of(DataModel model, Layout layout) {
        ReactFlowGraph graph = new ReactFlowGraph(model);
        model.source().tables().forEach(graph::addSource);
        model.tables().forEach(graph::addTable);
        model.tables().forEach(graph::addEdges);
        return graph.placed(layout);
    }

    private void addSource(SourceTable table) {
        String wanted = "source_"
                + model.source()
                        .extraction(table.name())
                        .map(e -> e.landing())
                        .orElse(Names.snake(table.name().text()));
        String id = wanted;
        for (int number = 2; nodes.containsKey(id) || model.byId(id).isPresent(); number++) {
            id = wanted + "_" + number;
        }
        sourceIds.put(table.name().text(), id);
        ObjectNode data = Json.object()
                .put("label", table.name().text())
                .put("table_type", "source")
                .put("source_table", true);
        table.rowCount().ifPresent(rows -> data.put("row_count", rows));
        ArrayNode columns = data.putArray("columns");
        table.columns().forEach(column -> columns.add(column(table, column)));
        add(
                id,
                "source",
                data,
                names(table.columns().stream().map(Column::name), table.name().text()),
                columns.size());
    }

    private static ObjectNode column(SourceTable table, Column column) {
        Optional<ForeignKey> reference = table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .findFirst();
        boolean primary = table.isPrimaryKeyColumn(column.name());
        ObjectNode node = Json.object()
                .put("name", column.name())
                .put("type", column.type())
                .put("nullable", column.nullable())
                .put("role", primary ? "primary_key" : reference.isPresent() ? "foreign_key" : "attribute")
                .put("is_primary_key", primary)
                .put("is_foreign_key", reference.isPresent());
        reference.ifPresent(key -> node.put("references", key.references().text()));
        column.comment().ifPresent(text -> node.put("comment", text));
        return node;
    }

    private void addTable(TableSpec table) {
        String kind = table.kind().name().toLowerCase(Locale.ROOT);
        ObjectNode data = Json.object().put("label", Names.label(table.name())).put("name", table.name());
        data.put("table_type", kind);
        switch (table) {
            case TableSpec.Dimension dimension ->
                data.put("scd_type", dimension.scdType().number());
            case TableSpec.Fact fact ->
                data.put("fact_type", fact.factType().name().toLowerCase(Locale.ROOT))
                        .put("grain", fact.grain().words());
            case TableSpec.DateDimension dates ->
                data.put(
                        "calendar",
                        dates.calendar().start() + " to " + dates.calendar().end());
            case TableSpec.Hub hub -> data.set("business_key", Json.tree(hub.businessKey()));
            case TableSpec.Link link -> data.set("parents", Json.tree(link.parents()));
            case TableSpec.Satellite satellite -> data.set("parents", Json.tree(satellite.parents()));
        }
        ArrayNode columns = data.putArray("columns");
        table.columns().forEach(column -> columns.add(column(table, column)));
        ObjectNode optimizations = data.putObject("optimizations");
        optimizations.set("partitioning", Json.tree(table.physical().partitioning()));
        optimizations.set("clustering", Json.tree(table.physical().clustering()));
        optimizations.put("automatic_clustering", table.physical().automaticClustering());
        optimizations.put(
                "cdf_enabled", "true".equals(table.physical().properties().get("delta.enableChangeDataFeed")));
        add(
                table.id(),
                kind,
                data,
                names(table.columns().stream().map(ModelColumn::name), table.name()),
                columns.size());
    }

    private ObjectNode column(TableSpec table, ModelColumn column) {
        Optional<ModelForeignKey> reference = table.keys().foreign().stream()
                .filter(key -> key.columns().contains(column.name()))
                .findFirst();
        ObjectNode node = Json.object()
                .put("name", column.name())
                .put("type", column.type().text())
                .put("nullable", column.nullable())
                .put("role", column.role().name().toLowerCase(Locale.ROOT))
                .put("is_primary_key", table.keys().primary().contains(column.name()))
                .put("is_foreign_key", reference.isPresent());
        reference.ifPresent(key -> node.put("references", key.references()));
        column.comment().ifPresent(text -> node.put("comment", text));
        column.additivity().ifPresent(a -> node.put("additivity", a.name().toLowerCase(Locale.ROOT)));
        return node;
    }

    private void add(String id, String type, ObjectNode data, int longest, int columns) {
        ObjectNode node = Json.object().put("id", id).put("type", type);
        node.set("data", data);
        int width = Math.clamp((long) longest * LETTER + 100, LEAST_WIDTH, MOST_WIDTH);
        int height = HEAD + ROW * Math.min(columns, MOST_ROWS) + (columns > MOST_ROWS ? ROW : 0);
        node.put("width", width).put("height", height);
        nodes.put(id, node);
        boxes.add(new Layout.Box(id, width, height));
    }

    private static int names(Stream<String> columns, String table) {
        return Math.max(columns.mapToInt(String::length).max().orElse(0), table.length());
    }

    private void addEdges(TableSpec table) {
        for (Load load : table.loads()) {
            Stream.concat(
                            Stream.of(load.from().table()),
                            load.from().joins().stream().map(Load.Join::table))
                    .map(read -> sourceIds.getOrDefault(read, read))
                    .filter(id -> nodes.containsKey(id) && !id.equals(table.id()))
                    .forEach(
                            id -> edge("data_flow", id, table.id(), "flow:" + id + ">" + table.id(), Optional.empty()));
        }
        for (ModelForeignKey key : table.keys().foreign()) {
            String id = "key:" + table.id() + "." + String.join(",", key.columns()) + ">" + key.references();
            edge("foreign_key", table.id(), key.references(), id, key.role());
        }
    }

    private void edge(String type, String source, String target, String id, Optional<String> role) {
        ObjectNode edge = Json.object()
                .put("id", id)
                .put("source", source)
                .put("target", target)
                .put("type", type);
        role.ifPresent(r -> edge.putObject("data").put("role", r));
        if (nodes.containsKey(source) && nodes.containsKey(target) && edges.putIfAbsent(id, edge) == null) {
            // What is referred to is loaded first and stands to the left.
            links.add(type.equals("data_flow") ? new Layout.Link(source, target) : new Layout.Link(target, source));
        }
    }

    private ObjectNode placed(Layout layout) {
        Map<String, Layout.Point> places = layout.place(boxes, links);
        ObjectNode graph = Json.object();
        ArrayNode all = graph.putArray("nodes");
        nodes.forEach((id, node) -> {
            Layout.Point at = places.getOrDefault(id, new Layout.Point(0, 0));
            node.putObject("position").put("x", at.x() + MARGIN).put("y", at.y() + MARGIN);
            all.add(node);
        });
        ArrayNode lines = graph.putArray("edges");
        edges.values().forEach(lines::add);
        return graph;
    }
}
