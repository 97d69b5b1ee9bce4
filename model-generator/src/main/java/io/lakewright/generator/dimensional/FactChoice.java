package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.HeaderDetail;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.analyzer.understand.TableClass.Kind;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses the facts among the named tables and merges documents into their lines (modeling.md 4.3 steps 5 to 8). */
final class FactChoice {

    private static final Set<String> LINE_WORDS =
            Set.of("line", "lines", "item", "items", "detail", "details", "position");

    private final Scope scope;
    private final Notes notes;
    private final DesignRequest request;
    private final Map<TableName, Optional<SourceRelationship>> facts = new LinkedHashMap<>();

    private FactChoice(Scope scope, Notes notes, DesignRequest request) {
        this.scope = scope;
        this.notes = notes;
        this.request = request;
    }

    /** The facts, each with the reference to the document that is merged into it; empty when nothing can be one. */
    static Map<TableName, Optional<SourceRelationship>> of(Scope scope, Notes notes, DesignRequest request) {
        FactChoice choice = new FactChoice(scope, notes, request);
        choice.choose();
        return choice.facts;
    }

    private void choose() {
        List<TableName> chosen = new ArrayList<>(request.facts().isEmpty() ? candidates() : request.facts());
        if (chosen.isEmpty()) {
            strongest().ifPresent(chosen::add);
        }
        chosen.removeIf(this::hasNoKey);
        for (TableName fact : List.copyOf(chosen)) {
            header(fact).ifPresent(document -> settle(document, chosen));
        }
        for (TableName fact : chosen) {
            facts.put(
                    fact,
                    header(fact)
                            .filter(d -> !request.facts().contains(d.header())
                                    || request.facts().contains(fact))
                            .map(HeaderDetail::via));
        }
    }

    private List<TableName> candidates() {
        List<TableName> events = scope.named().stream()
                .filter(t -> scope.classOf(t).kind() == Kind.FACT
                        && !request.dimensions().contains(t))
                .toList();
        List<TableName> dated = events.stream().filter(this::isDated).toList();
        List<TableName> chosen = new ArrayList<>(dated.isEmpty() ? events : dated);
        // What lives on and is referred to by events is described by a dimension first (class DUAL).
        chosen.removeIf(t -> isDual(t, dated));
        return chosen;
    }

    private boolean isDual(TableName table, List<TableName> facts) {
        boolean dual = scope.classOf(table).alternatives().contains(Kind.DIMENSION)
                && facts.stream()
                        .filter(f -> !f.equals(table))
                        .anyMatch(f ->
                                scope.references(f).stream().anyMatch(r -> r.to().equals(table) && !isLine(f, table)));
        if (dual) {
            notes.assume(table.text() + " has a life of its own and events refer to it, so it is a dimension here.");
        }
        return dual;
    }

    private boolean isLine(TableName detail, TableName header) {
        return header(detail).filter(d -> d.header().equals(header)).isPresent();
    }

    /** Whether a row, or the document it is a line of, says when something happened. */
    boolean isDated(TableName table) {
        return scope.roles(table).has(SourceRole.EVENT_DATE)
                || header(table).isPresent()
                || scope.references(table).stream().anyMatch(r -> SourceCalendar.is(scope, r.to()));
    }

    private Optional<HeaderDetail> header(TableName detail) {
        return scope.documents().stream()
                .filter(d -> d.detail().equals(detail))
                .filter(d -> scope.roles(d.header()).has(SourceRole.EVENT_DATE)
                        && (scope.classOf(d.header()).kind() == Kind.FACT || isNamedAfter(d)))
                .findFirst();
    }

    /** Whether the lines carry the name of their document, as invoice lines do. */
    private static boolean isNamedAfter(HeaderDetail document) {
        String header = String.join(
                        "", Names.words(Names.singular(document.header().table())))
                .replaceFirst("header$", "");
        String detail =
                String.join("", Names.words(Names.singular(document.detail().table())));
        return !header.isEmpty() && detail.startsWith(header) && !detail.equals(header);
    }

    /** A document and its lines among the facts become one, at the grain that was asked for. */
    private void settle(HeaderDetail document, List<TableName> chosen) {
        if (!chosen.contains(document.header()) || request.facts().contains(document.header())) {
            return;
        }
        if (wantsDocumentGrain(document)) {
            chosen.remove(document.detail());
            notes.leaveOut(document.detail(), "finer than the grain that was asked for");
        } else {
            chosen.remove(document.header());
        }
    }

    private boolean wantsDocumentGrain(HeaderDetail document) {
        String words = request.grain().map(DesignRequest.WantedGrain::words).orElse("");
        List<String> said = Names.words(words).stream().map(Names::singular).toList();
        if (said.isEmpty() || said.stream().anyMatch(LINE_WORDS::contains)) {
            return false;
        }
        List<String> header = Names.words(scope.entity(document.header())).stream()
                .filter(w -> !w.equals("header"))
                .toList();
        return said.containsAll(header);
    }

    private Optional<TableName> strongest() {
        Optional<TableName> best = scope.named().stream()
                .filter(t -> !scope.key(t).isEmpty())
                .filter(t -> scope.references(t).stream().anyMatch(r -> scope.isNamed(r.to())))
                .max(Comparator.comparingDouble(
                                (TableName t) -> scope.classOf(t).score())
                        .thenComparing(Comparator.<TableName>naturalOrder().reversed()));
        best.ifPresent(table -> {
            boolean coverage = scope.classOf(table).kind() == Kind.BRIDGE
                    && scope.named().stream()
                                    .filter(t -> scope.classOf(t).kind() == Kind.BRIDGE)
                                    .count()
                            == 1;
            if (coverage) {
                notes.assume(table.text() + " says what belongs together and is counted, for want of an event.");
                return;
            }
            notes.assume("None of these tables looks like an event; " + table.text()
                    + " comes nearest and is taken as the fact.");
            notes.ask(new Question(
                    "Which table holds the events that you want to count or add up?",
                    scope.named().stream()
                            .limit(4)
                            .map(t -> new Question.Option(t.table(), "use " + t.text() + " as the fact"))
                            .toList()));
        });
        return best;
    }

    private boolean hasNoKey(TableName table) {
        boolean columns = request.grain().filter(g -> !g.columns().isEmpty()).isPresent();
        if (!scope.key(table).isEmpty() || columns) {
            return false;
        }
        notes.leaveOut(table, "it has no key, so its rows cannot be told apart");
        notes.ask(new Question(
                "Which columns identify a row of " + table.text() + "?",
                scope.table(table).columns().stream()
                        .limit(4)
                        .map(c -> new Question.Option(
                                c.name(),
                                "one row of " + table.table() + " per "
                                        + c.name().toLowerCase(Locale.ROOT)))
                        .toList()));
        return true;
    }
}
