package io.lakewright.generator.layout;

import java.util.List;
import java.util.Map;

/** Ways to place boxes. */
public enum Layout {
    /** In layers from left to right, along the links. */
    HIERARCHICAL,
    /** By springs and repulsion. */
    FORCE,
    /** On a circle. */
    CIRCULAR;

    /** A box to be placed. */
    public record Box(String id, double width, double height) {}

    /** A link between two boxes. */
    public record Link(String from, String to) {}

    /** The upper left corner of a box. */
    public record Point(double x, double y) {}

    /** A place for every box; none is negative. Links to unknown boxes are ignored. */
    public Map<String, Point> place(List<Box> boxes, List<Link> links) {
        return switch (this) {
            case HIERARCHICAL -> ElkLayout.layered(boxes, links);
            case FORCE -> ElkLayout.force(boxes, links);
            case CIRCULAR -> CircularLayout.place(boxes);
        };
    }
}
