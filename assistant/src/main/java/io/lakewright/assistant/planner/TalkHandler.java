package io.lakewright.assistant.planner;

import io.lakewright.assistant.Brain.Verdict;
import io.lakewright.assistant.TurnEvent.Choice;
import io.lakewright.assistant.TurnOutcome.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is said when nothing is modelled: help, thanks, refusals and questions back. */
final class TalkHandler {

    private static final String ABLE = "I design dimensional models and Data Vaults from the tables of this workspace,"
            + " print the Databricks scripts, check them, and change a design by conversation.";

    private final PlannerTurn turn;

    TalkHandler(PlannerTurn turn) {
        this.turn = turn;
    }

    Verdict help() {
        turn.say(ABLE + "\n\nYou could say, for this workspace:\n");
        choices().forEach(c -> turn.say("- " + Reading.prose(c.message()) + "\n"));
        turn.say(
                "- make it type 1 instead\n- add a column, drop a column, rename a table\n- why did you choose that?\n");
        turn.say("\nThis is the built-in planner: English, requests about modelling, no model key needed.");
        return Verdict.answered();
    }

    Verdict greeting() {
        boolean designed = turn.draft().isPresent();
        turn.say(
                designed
                        ? "Glad to help. Apply the design to the canvas when it suits you, or tell me what to change."
                        : "Hello. Tell me which tables you want to model, or ask what I can do.");
        return Verdict.answered();
    }

    Verdict apply() {
        turn.say(
                turn.draft().isPresent()
                        ? "Applying is yours to do: press **Apply to canvas** on the suggestion. Nothing stands in your"
                                + " model before that."
                        : "There is no design to apply yet. Tell me which tables you want to model.");
        return Verdict.answered();
    }

    Verdict notBuilt() {
        turn.say("I understand the wish, but I cannot build that yet, so I will not pretend. " + ABLE
                + " Facts are transaction facts at the grain of their source rows; dimensions are type 0, 1 or 2;"
                + " a vault has hubs, links and one satellite for each source table.");
        if (turn.draft().isPresent()) {
            turn.say(" The design under discussion is unchanged.");
        }
        return Verdict.answered();
    }

    Verdict offTopic() {
        return turn.refuse(
                Kind.REFUSED_OFF_TOPIC,
                "LW-2032",
                "That is outside what I can help with. " + ABLE,
                "Ask for a model of some of your tables, for instance a dimension.");
    }

    Verdict destructive() {
        return turn.refuse(
                Kind.REFUSED_DESTRUCTIVE,
                "LW-2033",
                "I do not delete data or tables, and nothing was changed: I only read your schema and design models"
                        + " beside it. To take a table out of a design, tell me which one to leave out of the model.",
                "Remove objects with your own tools if you are sure.");
    }

    Verdict injection() {
        return turn.refuse(
                Kind.REFUSED_OFF_TOPIC,
                "LW-2034",
                "I keep to my task and do not show or change my instructions. " + ABLE,
                "Ask for a model of some of your tables.");
    }

    Verdict vague() {
        if (turn.catalogue().tables().isEmpty()) {
            turn.say("This workspace has no tables yet. Connect a source that has some, then ask again.");
            return Verdict.answered();
        }
        return turn.ask(
                "I want to get this right: which part of the business is it about, and what should come out of it?"
                        + " In this workspace I see these places to start.",
                choices());
    }

    Verdict ambiguous(Frame.Ambiguous ambiguous) {
        List<Choice> choices = ambiguous.candidates().stream()
                .limit(3)
                .map(id -> new Choice(turn.shortName(id), turn.replaced(ambiguous.word(), id)))
                .toList();
        return turn.ask(
                Reading.code(ambiguous.word()) + " fits several tables: "
                        + Reading.codes(turn.shortNames(
                                ambiguous.candidates().stream().limit(6).toList()))
                        + ". Which one do you mean?",
                choices);
    }

    /** The most promising starts: the largest facts, then the largest dimension. */
    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        turn.catalogue().tables().stream()
                .filter(Catalogue.Table::fact)
                .sorted(turn.catalogue().eventful())
                .limit(2)
                .forEach(t -> choices.add(new Choice(
                        "Star schema for " + turn.shortName(t.id()), "Design a star schema for the table " + t.id())));
        turn.catalogue().tables().stream()
                .filter(t -> t.candidate().startsWith("dimension"))
                .max(Comparator.comparingInt(
                                (Catalogue.Table t) -> turn.catalogue().children(t.id()))
                        .thenComparingLong(Catalogue.Table::rows))
                .ifPresent(t -> choices.add(new Choice(
                        "Dimension for " + turn.shortName(t.id()), "Create a dimension from the table " + t.id())));
        return List.copyOf(choices);
    }
}
