package io.lakewright.assistant.planner;

import io.lakewright.core.naming.NearNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** From the words of a message to frames: clauses, links, intent, slots. Pure; the same words give the same frames. */
final class RequestParser {

    private static final double ENOUGH = 0.5;
    private static final Set<String> KINDS = Set.of("dimension", "fact", "hub", "link", "satellite");
    private static final Pattern NEXT_CLAUSE = Pattern.compile(
            "(?: ,)? (?:and then|then also|then|and also|and after that|after that)(?= )"
                    + "|(?: ,)? and (?=(?:please )?(?:create|build|make|design|generate|estimate|give|show|rename|drop|remove"
                    + "|add|explain|tell|recommend|describe|list (?:all|the|my|our|every|tables?|columns?|patterns?|sources?)|write|print|optimi[sz]e|compare|undo|convert|call|leave"
                    + "|include|switch|delete)\\b)"
                    + "|(?: ,)? and (?=(?:a|an|the|also a) (?:raw |data |fact )?(?:vault|star|star schema|dimension) (?:for|from|of|over|on|out)\\b)");

    private final Lexicon lexicon;
    private final IntentScorer scorer;
    private final Catalogue catalogue;
    private final Optional<ModelReader> model;
    private final TableLinker linker;
    private final Set<String> modelColumns = new LinkedHashSet<>();

    RequestParser(Lexicon lexicon, Catalogue catalogue, Optional<JsonNode> draft) {
        this.lexicon = lexicon;
        this.scorer = new IntentScorer(lexicon);
        this.catalogue = catalogue;
        this.model = draft.map(ModelReader::new);
        this.linker = new TableLinker(
                lexicon, catalogue, model.map(ModelReader::names).orElse(List.of()));
        model.ifPresent(this::readColumns);
    }

    private void readColumns(ModelReader reader) {
        reader.tables().forEach(t -> ModelReader.columns(t).forEach(c -> learn(ModelReader.name(c))));
        reader.sources()
                .forEach(s -> catalogue.table(s).ifPresent(t -> t.columns().forEach(c -> learn(c.name()))));
    }

    private void learn(String column) {
        modelColumns.addAll(NameForms.ofName(column));
    }

    Understanding parse(String message) {
        List<Frame> frames = new ArrayList<>();
        List<Mention> earlier = new ArrayList<>();
        boolean designed = model.isPresent();
        for (String sentence : Utterance.sentences(message)) {
            for (Utterance clause : clauses(sentence)) {
                Frame frame = frame(clause, designed, earlier);
                frames.add(frame);
                designed = designed || frame instanceof Frame.CreateDimension || frame instanceof Frame.CreateStar;
            }
        }
        return new Understanding(settled(frames));
    }

    private List<Utterance> clauses(String sentence) {
        Utterance whole = Utterance.of(sentence);
        List<Utterance> clauses = new ArrayList<>();
        Matcher matcher = NEXT_CLAUSE.matcher(whole.text());
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() - from >= 5) {
                clauses.add(part(whole, from, matcher.start()));
                from = matcher.end();
            }
        }
        clauses.add(part(whole, from, whole.text().length()));
        LeftOutColumns leftOut = new LeftOutColumns(linker, catalogue);
        return clauses.stream()
                .filter(c -> !c.tokens().isEmpty())
                .flatMap(c -> leftOut.split(c).stream())
                .toList();
    }

    private static Utterance part(Utterance whole, int from, int to) {
        String text = whole.text().substring(from, to).strip().replaceAll("^, | ,$", "");
        return new Utterance(text, text.isEmpty() ? List.of() : List.of(text.split(" ")), whole.question());
    }

    // Small talk beside a request says nothing; a threat beside it says everything.
    private static List<Frame> settled(List<Frame> frames) {
        for (Frame frame : frames) {
            if (frame instanceof Frame.Destructive) {
                return List.of(frame);
            }
        }
        List<Frame> useful = frames.stream()
                .filter(f -> !(f instanceof Frame.Greeting || f instanceof Frame.Vague || f instanceof Frame.OffTopic))
                .toList();
        List<Frame> wanted =
                useful.stream().filter(f -> !(f instanceof Frame.Injection)).toList();
        if (wanted.isEmpty()) {
            return List.of(useful.isEmpty() ? frames.getFirst() : useful.getFirst());
        }
        return folded(wanted);
    }

    private static List<Frame> folded(List<Frame> frames) {
        List<Frame> folded = new ArrayList<>();
        for (Frame frame : frames) {
            boolean typeOnly = frame instanceof Frame.Refine refine
                    && refine.changes().size() == 1
                    && refine.changes().getFirst() instanceof Frame.Change.SetScd;
            if (typeOnly
                    && !folded.isEmpty()
                    && folded.getLast() instanceof Frame.CreateDimension create
                    && frame instanceof Frame.Refine refine
                    && refine.changes().getFirst() instanceof Frame.Change.SetScd scd) {
                folded.set(
                        folded.size() - 1,
                        new Frame.CreateDimension(create.tables(), Optional.of(scd.type()), create.name()));
            } else {
                folded.add(frame);
            }
        }
        return folded;
    }

    private Frame frame(Utterance raw, boolean designed, List<Mention> earlier) {
        Utterance clause = corrected(raw);
        List<Mention> mentions = targeted(clause, linker.link(clause));
        List<IntentScorer.Scored> scores = scorer.score(masked(clause, mentions, designed));
        IntentScorer.Scored best = scores.getFirst();
        FrameBuilder builder = new FrameBuilder(lexicon, catalogue, model, clause, mentions, earlier);
        Frame frame = best.probability() >= ENOUGH
                        || best.probability() > 2 * scores.get(1).probability()
                ? builder.build(best.intent())
                : builder.uncertain(scores);
        mentions.stream().filter(m -> m.kind() == Mention.Kind.SOURCE).forEach(earlier::add);
        return frame;
    }

    // "the product dimension" is the one of the design, if it has one; "a product dimension" is a new one.
    private List<Mention> targeted(Utterance clause, List<Mention> mentions) {
        return mentions.stream().map(m -> targeted(clause, m)).toList();
    }

    private Mention targeted(Utterance clause, Mention mention) {
        List<String> tokens = clause.tokens();
        String before = mention.start() > 0 ? tokens.get(mention.start() - 1) : "";
        String next = mention.end() < tokens.size() ? tokens.get(mention.end()) : "";
        boolean points = Set.of("the", "our", "my", "that", "this", "your").contains(before);
        String kind = next.equals("dim") ? "dimension" : next.equals("sat") ? "satellite" : next;
        if (mention.kind() != Mention.Kind.SOURCE || !points || !KINDS.contains(kind) || model.isEmpty()) {
            return mention;
        }
        List<String> targets = mention.ids().stream()
                .flatMap(id -> model.get().from(id).stream())
                .filter(t -> ModelReader.kind(t).equals(kind))
                .map(ModelReader::name)
                .distinct()
                .toList();
        return targets.isEmpty()
                ? mention
                : new Mention(mention.start(), mention.end(), Mention.Kind.MODEL, targets, true, mention.words());
    }

    /** The probabilities of a clause, for the measurement of the planner. */
    List<IntentScorer.Scored> scores(String text) {
        Utterance clause = corrected(Utterance.of(text));
        return scorer.score(masked(clause, linker.link(clause), model.isPresent()));
    }

    private String masked(Utterance clause, List<Mention> mentions, boolean designed) {
        StringBuilder masked = new StringBuilder();
        long sources =
                mentions.stream().filter(m -> m.kind() == Mention.Kind.SOURCE).count();
        masked.append(designed ? "#dd " : "")
                .append(clause.question() ? "#qq " : "")
                .append(sources > 0 ? "#nn " : "")
                .append(sources > 1 ? "#ss " : "")
                .append(namesColumn(clause) ? "#cc " : "");
        // A word used as a table reads like one, even if there is none of that name: the answer will say so.
        String unknown = new UnknownNames(lexicon, catalogue, clause, mentions)
                .table()
                .filter(w -> !namesColumn(clause))
                .orElse("");
        for (int i = 0; i < clause.tokens().size(); i++) {
            int at = i;
            Optional<Mention> mention = mentions.stream()
                    .filter(m -> m.covers(at) && m.kind() != Mention.Kind.PROCESS)
                    .findFirst();
            if (clause.tokens().get(i).equals(",")) {
                continue;
            }
            if (clause.tokens().get(i).equals(unknown)) {
                masked.append("<t> ");
            } else if (mention.isEmpty()) {
                masked.append(clause.tokens().get(i)).append(' ');
            } else if (mention.get().start() == i) {
                masked.append(mention.get().kind() == Mention.Kind.MODEL ? "<m> " : "<t> ");
            }
        }
        return masked.toString().strip();
    }

    private boolean namesColumn(Utterance clause) {
        List<String> tokens = clause.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            for (int end = i + 1; end <= Math.min(tokens.size(), i + 3); end++) {
                List<String> span = tokens.subList(i, end);
                if (span.stream().noneMatch(lexicon::plain)
                        && NameForms.meet(NameForms.ofName(String.join("_", span)), modelColumns)) {
                    return true;
                }
            }
        }
        return false;
    }

    // Only words that are no English word of ours and no name of the workspace are corrected.
    private Utterance corrected(Utterance clause) {
        List<Mention> mentions = linker.link(clause);
        List<String> tokens = new ArrayList<>(clause.tokens());
        for (int i = 0; i < tokens.size(); i++) {
            int at = i;
            String token = tokens.get(i);
            boolean named = mentions.stream().anyMatch(m -> m.covers(at) && m.exact());
            boolean linked = mentions.stream().anyMatch(m -> m.covers(at));
            boolean column = modelColumns.contains(token.replace("_", ""));
            boolean word = token.length() >= 3 && token.chars().allMatch(Character::isLetter);
            if (!named && !column && word && !lexicon.known(token)) {
                String better = spelling(token);
                if (!better.isEmpty() && (!linked || better.length() == token.length())) {
                    tokens.set(i, better);
                }
            }
        }
        return clause.with(tokens);
    }

    private String spelling(String token) {
        int tolerance = token.length() <= 6 ? 1 : 2;
        for (int edits = 1; edits <= tolerance; edits++) {
            int limit = edits;
            List<String> close = lexicon.vocabulary().stream()
                    .filter(w -> w.length() >= 4 && w.charAt(0) == token.charAt(0))
                    .filter(w -> NearNames.areWithin(token, w, limit))
                    .toList();
            List<String> preferred = close.size() > 1
                    ? close.stream().filter(w -> swapped(token, w)).toList()
                    : close;
            if (!preferred.isEmpty() || !close.isEmpty()) {
                return preferred.isEmpty() ? close.getFirst() : preferred.getFirst();
            }
            Optional<String> plain = lexicon.plainWords().stream()
                    .filter(w -> w.length() >= 4 && w.charAt(0) == token.charAt(0))
                    .filter(w -> NearNames.areWithin(token, w, limit))
                    .findFirst();
            if (plain.isPresent()) {
                return plain.get();
            }
        }
        return "";
    }

    // Letters in the wrong order are the likelier slip.
    private static boolean swapped(String token, String word) {
        return token.chars()
                .sorted()
                .boxed()
                .toList()
                .equals(word.chars().sorted().boxed().toList());
    }
}
