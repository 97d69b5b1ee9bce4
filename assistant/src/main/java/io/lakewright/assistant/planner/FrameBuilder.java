package io.lakewright.assistant.planner;

import io.lakewright.assistant.planner.Frame.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the slots of one clause once its intent is known. */
final class FrameBuilder {

    private static final Pattern ALL = Pattern.compile(
            "\\b(all|every|whole|entire|complete|full) (of )?(the |my |our |these |this )?(\\w+ )?(tables?|database|db|schema|source|workspace|thing|data)\\b"
                    + "|\\b(this|the|my|our) (database|db|schema|source|workspace)\\b|\\ball of (it|them)\\b|\\beverything\\b"
                    + "|\\ball tables\\b");
    // "the star" of a workspace without a word on its tables is the one over all of them.
    private static final Pattern THE_MODEL =
            Pattern.compile("\\bthe (star|star schema|data vault|raw vault|vault|dimensional model)\\b");
    private static final Pattern SAME = Pattern.compile(
            "\\b(same|those|these) (tables?|sources?|ones)\\b|\\bthe same\\b|\\b(them|that|it|this) (too|as well|instead)\\b|\\bfor (it|that|this|them|those|these)\\b|\\b(of|from|with) (them|those|these|it)\\b|\\binstead\\b|\\bthem\\b|\\balso as\\b");
    private static final Pattern EXCEPT = Pattern.compile("\\b(except|without|excluding|but not|leave out|not)\\b");
    private static final Pattern TYPE = Pattern.compile("\\b(?:scd|type|typ|slowly changing)(?: type)? ?([0-7])\\b");
    private static final Pattern TYPE_1 = Pattern.compile(
            "\\b(?<!dont |not )overwrit\\w*|\\b(no|without|w o) (the |any )?history\\b|\\b(latest|current) (values?|state|version)? ?only\\b|\\bonly the (latest|current)\\b|\\b(dont|do not|no) (need|want|keep|care about) (the |any )?(history|versions|old \\w+|past \\w+)\\b|\\bhistory (isnt|not) (needed|important)\\b|\\bcurrent values?\\b");
    private static final Pattern TYPE_2 = Pattern.compile(
            "\\b(history|historis\\w*|historiz\\w*|versions?|versioned|versioning|track(ing)? changes|old values|past values|dont overwrite|not overwrite|over time|time travel|point in time)\\b");
    private static final Pattern TYPE_0 = Pattern.compile("\\bnever chang\\w*|\\bfrozen\\b|\\bfixed forever\\b");
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:call(?:ed)?|named?)(?: it| this| that| the \\w+)? ([\\p{L}_][\\p{L}\\p{N}_]*)$");
    private static final Pattern RENAME = Pattern.compile(
            "\\b(?:rename|renamed|change the name of|name)\\b(?: the)?(?: table| column)? (.+?) (?:to|as|into) ([\\p{L}_][\\p{L}\\p{N}_]*)\\b");
    private static final Pattern SHOULD_BE =
            Pattern.compile("^(.+?) should be (?:called|named) ([\\p{L}_][\\p{L}\\p{N}_]*)\\b");
    private static final Pattern CALL = Pattern.compile(
            "\\b(?:call|name|rename) (it|this|that|the .+?|\\w+?)(?: to| as)? ([\\p{L}_][\\p{L}\\p{N}_]*)$");
    private final Lexicon lexicon;
    private final Catalogue catalogue;
    private final Optional<ModelReader> model;
    private final Utterance clause;
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
        this.mentions = mentions;
        this.earlier = earlier;
        this.unknown = new UnknownNames(lexicon, catalogue, clause, mentions);
    }

    Frame build(Intent intent) {
        return switch (intent) {
            case CREATE_DIMENSION ->
                creating(() -> new Frame.CreateDimension(tables(false), scdType(), name()), false, false);
            case CREATE_STAR -> creating(() -> new Frame.CreateStar(tables(true), process(), scdType()), true, true);
            case CREATE_FACT -> creating(() -> new Frame.CreateFact(tables(true), process()), true, true);
            case CREATE_VAULT -> creating(() -> new Frame.CreateVault(tables(false)), false, true);
            case SET_SCD -> new Frame.Refine(List.of(new Change.SetScd(scdType().orElse(2), targets())));
            case ADD_COLUMN ->
                new Frame.Refine(phrases("add").stream()
                        .map(w -> (Change) new Change.AddColumn(w, targets()))
                        .toList());
            case DROP_COLUMN ->
                new Frame.Refine(phrases("drop").stream()
                        .map(w -> (Change) new Change.DropColumn(w, targets()))
                        .toList());
            case DROP_TABLE -> new Frame.Refine(List.of(new Change.DropTable(targets())));
            case RENAME -> rename();
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
        boolean nothing = mentions.isEmpty() && !ALL.matcher(clause.text()).find();
        if (nothing
                && !process
                && leftover().isPresent()
                && !SAME.matcher(clause.text()).find()) {
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
                .filter(m -> !whole || !together(m))
                .filter(m -> m.kind() == Mention.Kind.SOURCE && m.ids().size() > 1)
                .filter(m -> mentions.stream()
                        .noneMatch(o -> !o.equals(m)
                                && o.ids().size() == 1
                                && m.ids().contains(o.ids().getFirst())))
                .findFirst()
                .map(m -> new Frame.Ambiguous(m.words(), m.ids()));
    }

    private boolean together(Mention mention) {
        return mention.ids().size() == 2
                && (catalogue
                                .parents(mention.ids().get(0))
                                .contains(mention.ids().get(1))
                        || catalogue
                                .parents(mention.ids().get(1))
                                .contains(mention.ids().get(0)));
    }

    private Optional<Frame> misnamed() {
        return unknown.name(name().orElse("")).map(Frame.UnknownTable::new);
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
            } else if (after && unknown.foreign(token) && !token.equals(name().orElse(""))) {
                return Optional.of(token);
            }
        }
        return clause.tokens().stream()
                .filter(t -> !t.equals(",")
                        && unknown.foreign(t)
                        && !t.chars().allMatch(Character::isDigit)
                        && !t.equals(name().orElse("")))
                .filter(t -> !lexicon.known(t) || !lexicon.synonyms(t).isEmpty())
                .findFirst();
    }

    private Frame.Tables tables(boolean forProcess) {
        List<String> named = new ArrayList<>();
        List<String> except = new ArrayList<>();
        int cut = exceptAt();
        for (Mention mention : mentions) {
            boolean usable = mention.kind() == Mention.Kind.SOURCE
                    || mention.kind() == Mention.Kind.PROCESS
                            && !forProcess
                            && mention.ids().size() == 1;
            if (usable) {
                List<String> meant = together(mention)
                        ? mention.ids()
                        : List.of(mention.ids().getFirst());
                (mention.start() >= cut ? except : named).addAll(meant);
            } else if (mention.kind() == Mention.Kind.MODEL) {
                model.flatMap(m -> m.table(mention.ids().getFirst()))
                        .ifPresent(t -> Reading.texts(t.path("sources"))
                                .forEach(s -> catalogue.table(s).ifPresent(found -> named.add(found.id()))));
            }
        }
        boolean whole = named.isEmpty()
                && (unknown.workspaceNamed()
                        || model.isEmpty()
                                && earlier.isEmpty()
                                && process().isEmpty()
                                && THE_MODEL.matcher(clause.text()).find());
        boolean all = ALL.matcher(clause.text()).find() || whole;
        boolean same = named.isEmpty()
                && !all
                && (model.isPresent() || SAME.matcher(clause.text()).find());
        if (named.isEmpty() && !all && !earlier.isEmpty()) {
            earlier.forEach(m -> named.add(m.ids().getFirst()));
            same = false;
        }
        return new Frame.Tables(named.stream().distinct().toList(), all, same, except);
    }

    private int exceptAt() {
        Matcher matcher = EXCEPT.matcher(clause.text());
        if (!matcher.find()) {
            return Integer.MAX_VALUE;
        }
        String before = clause.text().substring(0, matcher.start()).strip();
        return before.isEmpty() ? 0 : before.split(" ").length;
    }

    private List<String> process() {
        Set<String> words = new LinkedHashSet<>();
        for (String token : clause.tokens()) {
            if (!lexicon.process(token).isEmpty()) {
                words.add(token);
            }
        }
        if (words.isEmpty() && mentions.isEmpty()) {
            leftover()
                    .filter(w -> !NameForms.meet(NameForms.ofName(catalogue.workspace()), NameForms.ofName(w)))
                    .ifPresent(words::add);
        }
        return List.copyOf(words);
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

    private Optional<Integer> scdType() {
        Matcher number = TYPE.matcher(clause.text());
        Optional<Integer> said = Optional.empty();
        while (number.find()) {
            said = Optional.of(Integer.parseInt(number.group(1)));
        }
        if (said.isPresent()) {
            return said;
        }
        if (TYPE_0.matcher(clause.text()).find()) {
            return Optional.of(0);
        }
        if (TYPE_1.matcher(clause.text()).find()) {
            return Optional.of(1);
        }
        return TYPE_2.matcher(clause.text()).find() ? Optional.of(2) : Optional.empty();
    }

    private Optional<String> name() {
        Matcher matcher = NAMED.matcher(clause.text());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Frame rename() {
        for (Pattern pattern : List.of(RENAME, SHOULD_BE, CALL)) {
            Matcher matcher = pattern.matcher(clause.text());
            if (matcher.find()) {
                return new Frame.Refine(
                        List.of(new Change.Rename(matcher.group(1).strip(), matcher.group(2))));
            }
        }
        return new Frame.Vague();
    }

    private List<String> phrases(String verb) {
        return new ObjectPhrases(verb).of(clause.text());
    }
}
