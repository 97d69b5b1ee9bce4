package io.lakewright.generator.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.alg.drawing.CircularLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/** Boxes on a circle that is large enough for them, in their order. */
final class CircularLayout {

    private static final double GAP = 60;

    private CircularLayout() {}

    static Map<String, Layout.Point> place(List<Layout.Box> boxes) {
        Map<String, Layout.Point> places = new LinkedHashMap<>();
        if (boxes.isEmpty()) {
            return places;
        }
        SimpleGraph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        double around = 0;
        double widest = 0;
        double highest = 0;
        for (int i = 0; i < boxes.size(); i++) {
            Layout.Box box = boxes.get(i);
            graph.addVertex(i);
            around += Math.hypot(box.width(), box.height()) + GAP;
            widest = Math.max(widest, box.width());
            highest = Math.max(highest, box.height());
        }
        double radius = Math.max(around / (2 * Math.PI), boxes.size() == 1 ? 0 : widest);
        MapLayoutModel2D<Integer> model = new MapLayoutModel2D<>(new Box2D(2 * radius + 1, 2 * radius + 1));
        new CircularLayoutAlgorithm2D<Integer, DefaultEdge>(radius, Integer::compare).layout(graph, model);
        for (int i = 0; i < boxes.size(); i++) {
            Layout.Box box = boxes.get(i);
            Point2D centre = model.get(i);
            places.put(
                    box.id(),
                    new Layout.Point(
                            Math.round(Math.max(0, centre.getX() + widest / 2 - box.width() / 2)),
                            Math.round(Math.max(0, centre.getY() + highest / 2 - box.height() / 2))));
        }
        return places;
    }
}
