package io.lakewright.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The conversation of the product brief, over a schema of another business. */
final class ConversationTest {

    @Test
    void designsAndRefinesOverAnySchema() {
        Talk talk = new Talk(Schemas.library());
        for (String message : java.util.List.of(
                "I need to create a dimension based on the book and bookgenre tables",
                "make it Type 1 instead",
                "add the list price too",
                "drop the description",
                "drop the genre description",
                "rename dim_book to dim_title",
                "undo that",
                "now a data vault for the same tables",
                "generate the scripts",
                "a star schema for lending",
                "why type 2?",
                "why did you not make publishers a fact?",
                "whats the weather in berlin",
                "use table customer_loyalty for the loyalty fact")) {
            TurnOutcome outcome = talk.say(message);
            System.out.println("### " + message + "\n[" + outcome.kind() + "] " + outcome.message() + "\n"
                    + outcome.question().map(q -> q.options().toString()).orElse(""));
            assertThat(outcome.kind()).isNotEqualTo(TurnOutcome.Kind.FAILED);
        }
    }
}
