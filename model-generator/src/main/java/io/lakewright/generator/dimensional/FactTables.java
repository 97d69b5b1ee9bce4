package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.analyzer.understand.TableClass;
import io.lakewright.core.Problem;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
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
        FactReasons reasons = new FactReasons(scope, notes, request, plan, grain);
        String words = reasons.words();
        TableCommon common = new TableCommon(
                plan.name(),
                plan.name(),
                FactReasons.pattern(type, !dates.isEmpty()),
                Layer.GOLD,
                words + ".",
                sources(),
                draft.columns(),
                Keys.primary(grain).withForeign(draft.foreign()),
                SurrogateKind.NONE,
                List.of(load(order)),
                Physical.none(),
                reasons.of(type, dates));
        return new TableSpec.Fact(common, type, new Grain(words, grain));
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
            grain.add(draft.copy(driving, column, ColumnRole.DEGENERATE, false).name());
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
        Optional<ColumnRef> event = versions ? EventTime.of(scope, notes, plan, relations, dates) : Optional.empty();
        for (FactPlan.Link link : plan.links()) {
            String role = link.role().orElse(link.dimension().entity());
            List<ColumnRef> key = relations.keyOf(plan, link);
            boolean versioned =
                    DimensionTables.scdType(scope, request, link.dimension().driving()) == ScdType.TYPE_2;
            draft.lookup(role + "_key", link, key, versioned ? event : Optional.empty());
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
                draft.copy(date.table(), date.column(), ColumnRole.EVENT_TIME, true);
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
}
