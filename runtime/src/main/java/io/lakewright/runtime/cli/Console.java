package io.lakewright.runtime.cli;

import io.lakewright.assistant.TurnEvent;
import io.lakewright.assistant.TurnOutcome;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person, or a program that asked for JSON, sees of a conversation on the command line. */
final class Console {

    private final boolean json;
    private final StringBuilder said = new StringBuilder();
    private final PrintStream out = System.out;
    private final PrintStream errors = System.err;

    Console(boolean json) {
        this.json = json;
    }

    void warning(String text) {
        errors.println("warning: " + PlainText.of(text));
    }

    /** Text streams to standard output, tool steps to standard error. */
    void event(TurnEvent event) {
        switch (event) {
            case TurnEvent.Content content -> {
                said.append(content.text());
                show(content.text());
            }
            case TurnEvent.ToolCall call -> errors.println("  · " + call.server() + "." + call.tool());
            case TurnEvent.Question question -> {
                if (said.indexOf(question.text()) < 0) {
                    show("\n" + question.text());
                }
                show("\n");
                question.options().forEach(option -> show("  - " + option.label() + "\n"));
            }
            case TurnEvent.Proof proof -> show("\nProof: " + receipt(proof.receipt()) + "\n");
            case TurnEvent.Failure failure -> errors.println(failure.code() + ": " + PlainText.of(failure.message()));
            case TurnEvent.Turn turn -> {}
            case TurnEvent.ToolResult result -> {}
            case TurnEvent.Suggestion suggestion -> {}
            case TurnEvent.Usage usage -> {}
            case TurnEvent.Done done -> {
                said.setLength(0);
                show("\n");
            }
        }
    }

    /** What the receipt says, and what would say more. */
    static String receipt(JsonNode receipt) {
        String status = receipt.path("status").asString("");
        int statements = receipt.path("statements").size();
        int invariants = receipt.path("invariants").size();
        if (invariants > 0) {
            return status + ", " + statements + " statements and " + invariants + " invariants in "
                    + receipt.path("ms").asLong(0) / 1000 + " s";
        }
        return status.equals("checked") ? "checked, not run (--prove full runs the scripts)" : status;
    }

    /** What was typed ahead, and waits behind a message that was not carried out. */
    void unsent(List<String> messages) {
        if (!messages.isEmpty()) {
            errors.println("Not sent, because the message before was not carried out: "
                    + messages.stream()
                            .map(message -> "\"" + PlainText.of(message) + "\"")
                            .collect(Collectors.joining(", ")));
            errors.println("  Run again with that message worded so that it leaves no question, or without it.");
        }
    }

    void finished(int exit, TurnOutcome outcome, Optional<ObjectNode> suggestion, Path folder) {
        outcome.problem().ifPresent(problem -> {
            if (!json) {
                errors.println("lakewright: " + problem.code() + ": " + PlainText.of(problem.message()));
                errors.println("  " + PlainText.of(problem.nextStep()));
            }
        });
        if (!json) {
            suggestion.ifPresent(made -> show("Written to " + folder + "\n"));
            return;
        }
        ObjectNode line = Json.object().put("exit", exit).put("message", outcome.message());
        suggestion.ifPresent(made -> line.put("suggestion_id", made.path("id").asString("")));
        outcome.question().ifPresent(question -> line.set("question", question.json()));
        outcome.problem().ifPresent(problem -> line.set("problem", Json.tree(problem)));
        line.put("out", folder.toString());
        out.println(Json.compact((JsonNode) line));
    }

    /** A problem before any conversation, for a program. */
    void problem(int exit, Problem problem) {
        if (json) {
            ObjectNode line = Json.object().put("exit", exit).put("message", problem.message());
            line.set("problem", Json.tree(problem));
            out.println(Json.compact((JsonNode) line));
        }
    }

    private void show(String text) {
        if (!json) {
            out.print(PlainText.of(text));
            out.flush();
        }
    }
}
