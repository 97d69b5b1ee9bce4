package io.lakewright.assistant.tools;

import java.util.Set;

/**
 * Who may do what. A turn that has read a schema holds untrusted text, and from then on nothing may leave the house:
 * private data, untrusted text and a way out never meet in one turn (threats 19 and 24).
 */
public final class ToolPolicy {

    /** The servers of this product; every other one is foreign, whatever its annotations claim. */
    public static final Set<String> BUILT_IN =
            Set.of("schema-analyzer", "pattern-library", "model-generator", "databricks-optimizer", "lakehouse-proof");

    private ToolPolicy() {}

    /** What a call can do to the world. */
    public enum Effect {
        /** Reads or computes inside the house. */
        READ,
        /** Changes something inside the house, or runs scripts on the engine. */
        ACT,
        /** Hands its arguments to somebody else. */
        EGRESS
    }

    /** The worst that the tool can do. A foreign server receives the arguments, so every call of it is egress. */
    public static Effect effect(ToolDescription tool) {
        if (!BUILT_IN.contains(tool.server())) {
            return Effect.EGRESS;
        }
        return tool.readOnly() ? Effect.READ : Effect.ACT;
    }

    /** Whether a brain may call it. Foreign tools that change things are never allowed to act for a brain. */
    public static boolean allows(ToolDescription tool, boolean tainted) {
        return switch (effect(tool)) {
            case READ, ACT -> true;
            case EGRESS -> !tainted && tool.readOnly();
        };
    }

    /** Whether a result of the server carries text that somebody outside has written. */
    public static boolean taints(String server) {
        return !server.equals("pattern-library");
    }
}
