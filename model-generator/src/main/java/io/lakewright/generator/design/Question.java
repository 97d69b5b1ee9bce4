package io.lakewright.generator.design;

import io.lakewright.core.Copies;
import java.util.List;

/** A question to the user with answers to choose from. */
public record Question(String text, List<Option> options) {

    /**
     * @param label short text of the answer
     * @param message what the user would have written to say so
     */
    public record Option(String label, String message) {}

    public Question {
        options = Copies.list(options);
    }
}
