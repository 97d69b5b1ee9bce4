package io.lakewright.assistant.planner;

import java.util.List;

/**
 * A span of tokens that names something.
 *
 * @param ids one id, or several when they fit equally well
 * @param exact whether the words are the name, give or take number and spaces
 */
record Mention(int start, int end, Kind kind, List<String> ids, boolean exact, String words) {

    enum Kind {
        /** A table of the source schema. */
        SOURCE,
        /** A table of the model under discussion. */
        MODEL,
        /** A business process, which may stand for tables. */
        PROCESS
    }

    Mention {
        ids = List.copyOf(ids);
    }

    boolean covers(int position) {
        return position >= start && position < end;
    }
}
