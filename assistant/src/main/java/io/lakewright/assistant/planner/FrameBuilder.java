package io.lakewright.assistant.planner;

import io.lakewright.assistant.planner.Frame.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fills the slots of one clause once its intent is known. */
final class FrameBuilder {

    private final Lexicon lexicon;
    private final Catalogue catalogue;
    private final Optional<ModelReader> model;
    private final Utterance clause;
    private final ClauseWords words;
    private final List<Mention> mentions;
    private final List<Mention> earlier;
    private final UnknownNames unknown;

    FrameBuilder(
            Lexicon lexicon,
            Catalogue catalogue,
            Optional<ModelReader> model,
            Utterance clause,
            List<Mention> mentions,
            List<Mention> earlier) {
        this.lexicon = lexicon;
        this.catalogue = catalogue;
        this.model = model;
        this.clause = clause;
        this.words = new ClauseWords(clause.text());
        this.mentions = mentions;
        this.earlier = earlier;
        this.unknown = new UnknownNames(lexicon, catalogue, clause, mentions);
    }

    Frame build(Intent intent) {
        return switch (intent) {
            case CREATE_DIMENSION ->
                creating(() -> new Frame.CreateDimension(tables(false), words.scdType(), words.name()), false, false);
            case CREATE_STAR ->
                creating(() -> new Frame.CreateStar(tables(true), process(), words.scdType()), true, true);
            case CREATE_FACT -> creating(() -> new Frame.CreateFact(tables(true), process()), true, true);
            case CREATE_VAULT -> creating(() -> new Frame.CreateVault(withDocuments(tables(false))), false, true);
            case SET_SCD ->
                new Frame.Refine(List.of(new Change.SetScd(words.scdType().orElse(2), targets())));
            case ADD_COLUMN ->
                new Frame.Refine(words.objects("add").stream()
                        .map(w -> (Change) new Change.AddColumn(w, targets()))
                        .toList());
            case DROP_COLUMN ->
                new Frame.Refine(words.objects("drop").stream()
                        .map(w -> (Change) new Change.DropColumn(w, targets()))
                        .toList());
            case DROP_TABLE -> new Frame.Refine(List.of(new Change.DropTable(targets())));
            case RENAME ->
                words.rename()
                        .<Frame>map(change -> new Frame.Refine(List.of(change)))
                        .orElseGet(Frame.Vague::new);
            case SET_CLUSTERING -> new Frame.Refine(List.of(new Change.Cluster(clause.text(), targets())));
            case GENERATE_SCRIPTS -> new Frame.GenerateScripts(targets());
            case UNDO -> new Frame.Undo();
            case WHY -> new Frame.Why(sources(), targets(), clause);
            case DESCRIBE -> unknownOr(new Frame.Describe(meant()));
            case KEYS -> unknownOr(new Frame.Keys(meant()));
            case LIST_TABLES -> new Frame.ListTables();
            case LIST_PATTERNS -> new Frame.ListPatterns();
            case COMPARE -> new Frame.Compare();
            case OPTIMIZE -> new Frame.Optimize(sources(), targets(), clause);
            case HEADER_DETAIL -> new Frame.HeaderDetail(sources());
            case MANY_TO_MANY -> new Frame.ManyToMany(sources());
            case ESTIMATE -> new Frame.Estimate();
            case HELP -> new Frame.Help();
            case GREETING -> new Frame.Greeting();
            case APPLY -> new Frame.Apply();
            case NOT_BUILT -> new Frame.NotBuilt();
            case DESTRUCTIVE -> new Frame.Destructive();
            case INJECTION -> new Frame.Injection();
            case OFF_TOPIC -> new Frame.OffTopic();
            case VAGUE -> new Frame.Vague();
        };
    }

    /** When no intent is likely enough: the best of the harmless ones, else an honest question. */
    Frame uncertain(List<IntentScorer.Scored> scores) {
        boolean named = !mentions.isEmpty();
        Intent first = scores.getFirst().intent();
        boolean harmless = first != Intent.DESTRUCTIVE && first != Intent.DROP_COLUMN && first != Intent.DROP_TABLE;
        if (harmless && first != Intent.OFF_TOPIC && scores.getFirst().probability() > 0.3) {
            return build(first);
        }
        return first == Intent.OFF_TOPIC && !named ? new Frame.OffTopic() : new Frame.Vague();
    }

    private interface Making {
        Frame make();
    }

    private Frame creating(Making making, boolean process, boolean whole) {
        Optional<Frame> wrong = ambiguous(whole).or(this::misnamed);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        boolean nothing = mentions.isEmpty() && !words.saysAll();
        if (nothing && !process && leftover().isPresent() && !words.saysSame()) {
            return new Frame.UnknownTable(leftover().get());
        }
        return making.make();
    }

    private Frame unknownOr(Frame frame) {
        return ambiguous(false)
                .or(this::misnamed)
                .or(() -> meant().isEmpty() ? leftover().map(w -> (Frame) new Frame.UnknownTable(w)) : Optional.empty())
                .orElse(frame);
    }

    /**
     * @param whole a document and its lines may both be taken, because the design holds both anyway
     */
    private Optional<Frame> ambiguous(boolean whole) {
        return mentions.stream()
                .filter(m -> m.kind() == Mention.Kind.SOURCE && m.ids().size() > 1)
                .filter(m -> !whole || whole(m).isEmpty())
                .filter(m -> mentions.stream()
                        .noneMatch(o -> !o.equals(m)
                                && o.ids().size() == 1
                                && m.ids().contains(o.ids().getFirst())))
                .findFirst()
                .map(m -> new Frame.Ambiguous(m.words(), m.ids()));
    }

    /**
     * The tables of one document that the words fit, so that nobody need choose between them: one, and those that refer
     * to it. What only ties the document to others is no part of it. Empty when the words fit unlike things.
     */
    private List<String> whole(Mention mention) {
        boolean document = mention.ids().stream()
                .anyMatch(root -> mention.ids().stream()
                        .allMatch(other ->
                                other.equals(root) || catalogue.parents(other).contains(root)));
        List<String> parts = mention.ids().stream()
                .filter(id -> catalogue
                        .table(id)
                        .filter(t -> !t.candidate().startsWith("bridge"))
                        .isPresent())
                .toList();
        return document && mention.ids().size() > 1 ? parts : List.of();
    }

    private Optional<Frame> misnamed() {
        return unknown.name(words.name().orElse("")).map(Frame.UnknownTable::new);
    }

    // The first word after a preposition that names nothing known.
    private Optional<String> leftover() {
        boolean after = false;
        for (String token : clause.tokens()) {
            if (token.equals(",")) {
                continue;
            }
            if (Set.of("from", "of", "for", "on", "using", "about", "profile", "describe", "in", "with")
                    .contains(token)) {
                after = true;
            } else if (after
                    && unknown.foreign(token)
                    && !token.equals(words.name().orElse(""))) {
                return Optional.of(token);
            }
        }
        return clause.tokens().stream()
                .filter(t -> !t.equals(",")
                        && unknown.foreign(t)
                        && !t.chars().allMatch(Character::isDigit)
                        && !t.equals(words.name().orElse("")))
                .filter(t -> !lexicon.known(t) || !lexicon.synonyms(t).isEmpty())
                .findFirst();
    }

    // A vault holds the documents of a process, each with all of its tables: "visits" are their headers and lines.
    private Frame.Tables withDocuments(Frame.Tables tables) {
        Set<String> named = new LinkedHashSet<>(tables.named());
        mentions.stream()
                .filter(m -> m.kind() == Mention.Kind.PROCESS && m.ids().isEmpty())
                .map(m -> NameForms.singular(m.words()))
                .forEach(word -> catalogue.tables().stream()
                        .filter(t -> t.fact() && t.forms().stream().anyMatch(f -> f.contains(word)))
                        .forEach(t -> named.add(t.id())));
        return named.size() == tables.named().size()
                ? tables
                : new Frame.Tables(List.copyOf(named), tables.all(), false, tables.except());
    }

    private Frame.Tables tables(boolean forProcess) {
        List<String> named = new ArrayList<>();
        List<String> except = new ArrayList<>();
        int cut = words.exceptAt();
        for (Mention mention : mentions) {
            boolean usable = mention.kind() == Mention.Kind.SOURCE
                    || mention.kind() == Mention.Kind.PROCESS
                            && !forProcess
                            && mention.ids().size() == 1;
            if (usable) {
                List<String> all = whole(mention);
                List<String> meant = all.isEmpty() ? List.of(mention.ids().getFirst()) : all;
                (mention.start() >= cut ? except : named).addAll(meant);
            } else if (mention.kind() == Mention.Kind.MODEL) {
                model.flatMap(m -> m.table(mention.ids().getFirst()))
                        .ifPresent(t -> Reading.texts(t.path("sources"))
                                .forEach(s -> catalogue.table(s).ifPresent(found -> named.add(found.id()))));
            }
        }
        boolean whole = named.isEmpty()
                && (unknown.workspaceNamed()
                        || model.isEmpty() && earlier.isEmpty() && process().isEmpty() && words.saysTheModel());
        boolean all = words.saysAll() || whole;
        boolean same = named.isEmpty() && !all && (model.isPresent() || words.saysSame());
        if (named.isEmpty() && !all && !earlier.isEmpty()) {
            earlier.forEach(m -> named.add(m.ids().getFirst()));
            same = false;
        }
        return new Frame.Tables(named.stream().distinct().toList(), all, same, except);
    }

    private List<String> process() {
        Set<String> named = new LinkedHashSet<>();
        for (String token : clause.tokens()) {
            if (!lexicon.process(token).isEmpty()) {
                named.add(token);
            }
        }
        if (named.isEmpty() && mentions.isEmpty()) {
            leftover()
                    .filter(w -> !NameForms.meet(NameForms.ofName(catalogue.workspace()), NameForms.ofName(w)))
                    .ifPresent(named::add);
        }
        return List.copyOf(named);
    }

    private List<String> sources() {
        return mentions.stream()
                .filter(m -> m.kind() == Mention.Kind.SOURCE || m.kind() == Mention.Kind.PROCESS)
                .flatMap(m -> m.ids().stream())
                .distinct()
                .toList();
    }

    // A clause without a table of its own speaks of the one before it.
    private List<String> meant() {
        List<String> own = sources();
        return own.isEmpty() && !earlier.isEmpty()
                ? List.of(earlier.getLast().ids().getFirst())
                : own;
    }

    private List<String> targets() {
        Set<String> targets = new LinkedHashSet<>();
        for (Mention mention : mentions) {
            if (mention.kind() == Mention.Kind.MODEL) {
                targets.addAll(mention.ids());
            } else if (model.isPresent() && mention.kind() == Mention.Kind.SOURCE) {
                mention.ids().forEach(id -> model.get().from(id).forEach(t -> targets.add(ModelReader.name(t))));
            }
        }
        return List.copyOf(targets);
    }
}
