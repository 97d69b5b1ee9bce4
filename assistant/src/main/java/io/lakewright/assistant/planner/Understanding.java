package io.lakewright.assistant.planner;

import java.util.List;

/**
 * A message understood.
 *
 * @param frames in the order in which they are to be carried out
 */
record Understanding(List<Frame> frames) {
    Understanding {
        frames = List.copyOf(frames);
    }
}
