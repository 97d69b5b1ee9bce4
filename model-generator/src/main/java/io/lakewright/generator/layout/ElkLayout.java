package io.lakewright.generator.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.force.options.ForceMetaDataProvider;
import org.eclipse.elk.alg.force.options.ForceOptions;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Layouts of the Eclipse Layout Kernel, with a fixed seed. */
final class ElkLayout {

    private static final int SEED = 1;
    private static final double BETWEEN_NODES = 40;
    private static final double BETWEEN_LAYERS = 120;

    private ElkLayout() {}

    // Registration touches a process-wide registry; it happens once, when the first layout is asked for.
    private static final class Kernel {
        private static final RecursiveGraphLayoutEngine ENGINE = start();

        private static RecursiveGraphLayoutEngine start() {
            LayoutMetaDataService.getInstance()
                    .registerLayoutMetaDataProviders(new LayeredMetaDataProvider(), new ForceMetaDataProvider());
            return new RecursiveGraphLayoutEngine();
        }
    }

    static Map<String, Layout.Point> layered(List<Layout.Box> boxes, List<Layout.Link> links) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        return run(graph, boxes, links);
    }

    static Map<String, Layout.Point> force(List<Layout.Box> boxes, List<Layout.Link> links) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, ForceOptions.ALGORITHM_ID);
        graph.setProperty(ForceOptions.ITERATIONS, 300);
        return run(graph, boxes, links);
    }

    private static Map<String, Layout.Point> run(ElkNode graph, List<Layout.Box> boxes, List<Layout.Link> links) {
        graph.setProperty(CoreOptions.RANDOM_SEED, SEED);
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        for (Layout.Box box : boxes) {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setIdentifier(box.id());
            node.setDimensions(box.width(), box.height());
            nodes.put(box.id(), node);
        }
        for (Layout.Link link : links) {
            ElkNode from = nodes.get(link.from());
            ElkNode to = nodes.get(link.to());
            if (from != null && to != null && !from.equals(to)) {
                ElkGraphUtil.createSimpleEdge(from, to);
            }
        }
        // The kernel keeps state while it works.
        synchronized (Kernel.ENGINE) {
            Kernel.ENGINE.layout(graph, new BasicProgressMonitor());
        }
        return places(nodes);
    }

    private static Map<String, Layout.Point> places(Map<String, ElkNode> nodes) {
        double left = nodes.values().stream().mapToDouble(n -> n.getX()).min().orElse(0);
        double top = nodes.values().stream().mapToDouble(n -> n.getY()).min().orElse(0);
        Map<String, Layout.Point> places = new LinkedHashMap<>();
        nodes.forEach((id, node) ->
                places.put(id, new Layout.Point(Math.round(node.getX() - left), Math.round(node.getY() - top))));
        return places;
    }
}
