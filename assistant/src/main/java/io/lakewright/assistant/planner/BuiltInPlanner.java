package io.lakewright.assistant.planner;

import io.lakewright.assistant.Brain;
import io.lakewright.assistant.BrainContext;
import io.lakewright.assistant.Draft;
import io.lakewright.assistant.TurnEvent.Choice;
import io.lakewright.assistant.TurnEvent.Question;
import io.lakewright.assistant.TurnOutcome.Kind;
import io.lakewright.assistant.Workbench;
import io.lakewright.assistant.WorkspaceSchema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers without any model key: English, requests about modelling. The same message over the same schema and state
 * gives the same calls and the same text.
 */
public final class BuiltInPlanner implements Brain {

    private static final Pattern ORDINAL =
            Pattern.compile("^(?:option |number |no |the )?(?:([1-3])|(first|second|third))(?: one| option)?$");

    private final Lexicon lexicon = Lexicon.load();

    @Override
    public String name() {
        return "builtin";
    }

    @Override
    public Verdict answer(BrainContext context, Workbench bench) {
        String message = chosen(context);
        Catalogue catalogue = Catalogue.read(WorkspaceSchema.read(bench, context.workspaceId()));
        RequestParser parser =
                new RequestParser(lexicon, catalogue, context.draft().map(Draft::model));
        PlannerTurn turn = new PlannerTurn(context, bench, catalogue, lexicon, message);
        Verdict last = Verdict.answered();
        List<Frame> frames = parser.parse(message).frames();
        for (int i = 0; i < frames.size(); i++) {
            bench.checkRunning();
            Verdict verdict = handled(turn, frames.get(i));
            last = last.kind() == Kind.ANSWERED ? verdict : last;
            if (verdict.question().isPresent()) {
                return verdict;
            }
            if (i + 1 < frames.size()) {
                turn.say("\n\n");
            }
        }
        return last;
    }

    private static Verdict handled(PlannerTurn turn, Frame frame) {
        DesignHandler design = new DesignHandler(turn);
        AdviceHandler advice = new AdviceHandler(turn);
        LookupHandler lookup = new LookupHandler(turn);
        TalkHandler talk = new TalkHandler(turn);
        return switch (frame) {
            case Frame.CreateDimension create -> design.dimension(create);
            case Frame.CreateStar create -> design.star(create);
            case Frame.CreateFact create -> design.fact(create);
            case Frame.CreateVault create -> design.vault(create);
            case Frame.Refine refine -> new RefineHandler(turn).refine(refine);
            case Frame.GenerateScripts scripts -> new ScriptHandler(turn).scripts(scripts);
            case Frame.Undo _ -> new ScriptHandler(turn).undo();
            case Frame.Estimate _ -> new ScriptHandler(turn).estimate();
            case Frame.Why why -> new WhyHandler(turn).why(why);
            case Frame.Describe describe -> lookup.describe(describe);
            case Frame.Keys keys -> lookup.keys(keys);
            case Frame.ListTables _ -> lookup.tables();
            case Frame.ListPatterns _ -> lookup.patterns();
            case Frame.Compare _ -> advice.compare();
            case Frame.Optimize optimize -> new OptimizeHandler(turn).optimize(optimize);
            case Frame.HeaderDetail header -> advice.headerDetail(header);
            case Frame.ManyToMany many -> advice.manyToMany(many);
            case Frame.Help _ -> talk.help();
            case Frame.Greeting _ -> talk.greeting();
            case Frame.Apply _ -> talk.apply();
            case Frame.NotBuilt _ -> talk.notBuilt();
            case Frame.Vague _ -> talk.vague();
            case Frame.OffTopic _ -> talk.offTopic();
            case Frame.Destructive _ -> talk.destructive();
            case Frame.Injection _ -> talk.injection();
            case Frame.UnknownTable unknown -> turn.unknown(unknown.word());
            case Frame.Ambiguous ambiguous -> talk.ambiguous(ambiguous);
        };
    }

    // "the second one" and a button's label mean the message behind the button.
    private static String chosen(BrainContext context) {
        Optional<Question> pending = context.conversation().pendingQuestion();
        if (pending.isEmpty()) {
            return context.message();
        }
        List<Choice> options = pending.get().options();
        String said = Utterance.of(context.message()).text();
        Matcher ordinal = ORDINAL.matcher(said);
        if (ordinal.matches()) {
            int index = ordinal.group(1) != null
                    ? Integer.parseInt(ordinal.group(1)) - 1
                    : List.of("first", "second", "third").indexOf(ordinal.group(2));
            return index < options.size() ? options.get(index).message() : context.message();
        }
        return options.stream()
                .filter(o -> Utterance.of(o.label()).text().equals(said)
                        || o.label().toLowerCase(Locale.ROOT).equals(said)
                        || o.label().toLowerCase(Locale.ROOT).endsWith("." + said))
                .map(Choice::message)
                .findFirst()
                .orElse(context.message());
    }
}
