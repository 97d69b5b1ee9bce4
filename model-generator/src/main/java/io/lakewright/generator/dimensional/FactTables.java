package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.analyzer.understand.TableClass;
import io.lakewright.core.Problem;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.Grain;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Transform;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes one fact of its plan: grain, keys, dates, measures, load and the reasons for them. */
final class FactTables {

    private static final int MILESTONES = 3;

    private final Scope scope;
    private final Notes notes;
    private final DesignRequest request;
    private final FactPlan plan;
    private final String calendar;
    private final FactRelations relations;
    private final FactDraft draft;
    private final List<FactDates.EventDate> dates;
    private final List<String> grain = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    FactTables(Scope scope, Notes notes, DesignRequest request, FactPlan plan, String calendar) {
        this.scope = scope;
        this.notes = notes;
        this.request = request;
        this.plan = plan;
        this.calendar = calendar;
        this.relations = new FactRelations(scope, notes, plan);
        this.draft = new FactDraft(plan.name(), notes);
        this.dates = FactDates.of(scope, relations.driving(), relations.header(plan));
    }

    List<Column> dateColumns() {
        return dates.stream().map(FactDates.EventDate::column).toList();
    }

    TableSpec.Fact make(int order) {
        takeGrain();
        takeDimensions();
        takeDates();
        boolean measured = new FactContent(scope, notes, plan, relations, draft, used, isState()).take();
        FactType type = type(measured);
        TableCommon common = new TableCommon(
                plan.name(),
                plan.name(),
                pattern(type),
                Layer.GOLD,
                words() + ".",
                sources(),
                draft.columns(),
                Keys.primary(grain).withForeign(draft.foreign()),
                SurrogateKind.NONE,
                List.of(load(order)),
                Physical.none(),
                decisions(type));
        return new TableSpec.Fact(common, type, new Grain(words(), grain));
    }

    private void takeGrain() {
        JoinedTable driving = relations.driving();
        List<String> wanted =
                request.grain().map(DesignRequest.WantedGrain::columns).orElse(List.of());
        List<String> key = wanted.isEmpty() ? scope.key(plan.driving()) : wanted;
        for (String name : key) {
            Column column = driving.table()
                    .column(name)
                    .orElseThrow(() -> Nearest.notFound(
                                    "LW-1812",
                                    plan.driving().text() + " has no column " + name + " for the grain.",
                                    name,
                                    driving.table().columns().stream()
                                            .map(Column::name)
                                            .toList())
                            .exception());
            grain.add(draft.copy(driving, column, ColumnRole.DEGENERATE, false, Optional.empty())
                    .name());
            used.add(plan.driving().text() + "." + column.name());
        }
        if (grain.isEmpty()) {
            throw Problem.invalid(
                            "LW-1813",
                            "The rows of " + plan.driving().text() + " cannot be told apart: it has no key.",
                            "Name the columns of the grain.")
                    .exception();
        }
    }

    private void takeDimensions() {
        boolean versions = request.scdType() == ScdType.TYPE_2;
        Optional<ColumnRef> asOf =
                versions ? dates.stream().findFirst().map(FactDates.EventDate::ref) : Optional.empty();
        for (FactPlan.Link link : plan.links()) {
            String role = link.role().orElse(link.dimension().entity());
            List<ColumnRef> key = relations.keyOf(plan, link);
            draft.lookup(role + "_key", link, key, asOf);
            link.path().getFirst().fromColumns().forEach(column -> {
                TableName owner = link.path().getFirst().from();
                used.add(owner.text() + "." + column);
                notes.carried(owner, column);
            });
        }
    }

    private void takeDates() {
        for (FactDates.EventDate date : dates) {
            draft.date(date.role() + "_key", calendar, date.ref(), date.role());
            notes.carried(date.table().table().name(), date.column().name());
            String id = date.table().table().name().text() + "." + date.column().name();
            boolean grainColumn = !used.add(id);
            if (date.column().lakeType().base() != LakeType.Base.DATE && !grainColumn) {
                draft.copy(date.table(), date.column(), ColumnRole.EVENT_TIME, true, Optional.empty());
            }
        }
    }

    private FactType type(boolean measured) {
        if (!measured) {
            draft.derived(
                    "event_count",
                    LakeType.INT,
                    List.of(),
                    new Transform.Literal("1"),
                    "Always 1, so that events can be added up.");
            return FactType.FACTLESS;
        }
        if (isState()) {
            return FactType.PERIODIC_SNAPSHOT;
        }
        long milestones = dates.stream()
                .filter(d -> d.table().equals(relations.driving()) && d.column().nullable())
                .count();
        return milestones >= MILESTONES && plan.toHeader().isEmpty()
                ? FactType.ACCUMULATING_SNAPSHOT
                : FactType.TRANSACTION;
    }

    /** Rows that say how things stand, not what happened. */
    private boolean isState() {
        return !scope.roles(plan.driving()).has(SourceRole.EVENT_DATE)
                && plan.toHeader().isEmpty()
                && scope.classOf(plan.driving()).alternatives().contains(TableClass.Kind.BRIDGE);
    }

    private static String pattern(FactType type) {
        return switch (type) {
            case TRANSACTION -> "fact.transaction";
            case PERIODIC_SNAPSHOT -> "fact.periodic_snapshot";
            case ACCUMULATING_SNAPSHOT -> "fact.accumulating_snapshot";
            case FACTLESS -> "fact.factless_event";
        };
    }

    private String words() {
        String row =
                "One row per " + scope.entity(plan.driving()).replace('_', ' ') + " (" + String.join(", ", grain) + ")";
        return request.grain()
                .map(DesignRequest.WantedGrain::words)
                .filter(said -> Names.words(said).size() > 2 && plan.links().size() > 0)
                .map(said -> said.strip() + " (" + String.join(", ", grain) + ")")
                .orElse(row);
    }

    private List<TableName> sources() {
        Set<TableName> sources = new LinkedHashSet<>(List.of(plan.driving()));
        plan.toHeader().ifPresent(via -> sources.add(via.to()));
        draft.columns().forEach(c -> c.source().ifPresent(origin -> sources.add(origin.table())));
        return List.copyOf(sources);
    }

    private Load load(int order) {
        List<String> inOrder = draft.columns().stream().map(ModelColumn::name).toList();
        List<Load.LoadColumn> columns = draft.loads().stream()
                .sorted(Comparator.comparingInt(c -> inOrder.indexOf(c.name())))
                .toList();
        return new Load(
                "load_" + plan.name(),
                JoinedTable.from(relations.all()),
                columns,
                draft.lookups(),
                Optional.empty(),
                LoadStrategy.FACT_MERGE,
                Optional.empty(),
                true,
                DeleteHandling.IGNORE,
                order);
    }

    private List<Decision> decisions(FactType type) {
        List<Decision> decisions = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        evidence.add(
                plan.driving().text() + ": " + scope.classOf(plan.driving()).reason());
        scope.table(plan.driving())
                .rowCount()
                .ifPresent(rows -> evidence.add(String.format(Locale.ROOT, "%,d rows", rows)));
        decisions.add(new Decision(
                "K01",
                words(),
                "the finest grain there is answers every coarser question",
                evidence,
                plan.toHeader().isPresent()
                        ? List.of("one row per "
                                + scope.entity(plan.toHeader().get().to()).replace('_', ' '))
                        : List.of()));
        decisions.add(new Decision(
                pattern(type),
                type.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " fact",
                switch (type) {
                    case TRANSACTION -> "its rows are events with measures";
                    case FACTLESS -> "its rows are events without a number of their own";
                    case PERIODIC_SNAPSHOT -> "its rows are states without a date of their own";
                    case ACCUMULATING_SNAPSHOT -> "its rows pass several dates one after the other";
                },
                dates.stream()
                        .map(d -> "date " + d.table().table().name().text() + "."
                                + d.column().name())
                        .toList(),
                List.of()));
        decisions.add(new Decision(
                "K-03",
                "no surrogate key",
                "nothing refers to a fact, and an identity would end parallel loads",
                List.of("grain columns " + String.join(", ", grain)),
                List.of()));
        if (plan.toHeader().isPresent()) {
            decisions.add(new Decision(
                    "K23",
                    "document and lines in one fact at the grain of the lines",
                    "keys and dates of the document hold for every line; its amounts do not",
                    List.of(plan.toHeader().get().fromText() + " -> "
                            + plan.toHeader().get().toText()),
                    List.of("a second fact at the grain of the document", "amounts allocated to lines")));
        }
        if (type == FactType.PERIODIC_SNAPSHOT) {
            notes.assume(plan.driving().text() + " says how things stand and not since when, so " + plan.name()
                    + " holds the latest state; a history of states would need a date of delivery in its grain.");
        }
        return decisions;
    }
}
