package io.lakewright.mcp;

import tools.jackson.databind.JsonNode;

/** Estimates how large a tree is as text, without writing it. */
final class TreeSize {

    private static final int SCALAR = 8;

    private TreeSize() {}

    /** The estimate in characters; counting stops soon after the limit. */
    static long atMost(JsonNode tree, long limit) {
        return count(tree, limit);
    }

    private static long count(JsonNode node, long left) {
        if (node.isString()) {
            return node.stringValue().length() + 2L;
        }
        long size = SCALAR;
        if (node.isObject()) {
            for (var entry : node.properties()) {
                size += entry.getKey().length() + 3L + count(entry.getValue(), left - size);
                if (size > left) {
                    return size;
                }
            }
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                size += count(item, left - size);
                if (size > left) {
                    return size;
                }
            }
        }
        return size;
    }
}
