package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.Problem;
import io.lakewright.core.model.Conventions;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.HashProfile;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelStyle;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.BriefDeviations;
import io.lakewright.generator.design.Design;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.ExtractionDecisions;
import io.lakewright.generator.design.SourceSlice;
import io.lakewright.generator.design.Targets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Designs dimensions and stars over any tables of any schema (modeling.md 4.3 steps 7 to 13).
 *
 * <p>Rules: DB-1 the table at the many end drives a dimension, its many-to-one parents are taken in and no row is lost.
 * DB-2 the business key of a dimension is what references lead to. DB-3 a document is merged into its lines, its amounts
 * are not. DB-4 facts find the version of a dimension that held at the event. DB-5 every column of a table that is used
 * is carried or left out with a reason, and so is every table that was named. DB-6 the same schema and request give the
 * same design. The layout is left to the optimizer.
 */
public final class DimensionalBuilder {

    private static final int MOST_QUESTIONS = 3;

    private final SourceSchema schema;
    private final DesignRequest request;
    private final Notes notes = new Notes();
    private final Scope scope;

    private DimensionalBuilder(SourceSchema schema, DesignRequest request) {
        this.schema = schema;
        this.request = request;
        this.scope = new Scope(schema, request);
    }

    /**
     * The design of the requested tables.
     *
     * @throws io.lakewright.core.ProblemException NotFound, with near names, for a table or column that the schema
     *     lacks; InvalidRequest when no table is named or none has a key
     */
    public static Design build(SourceSchema schema, DesignRequest request) {
        if (request.tables().isEmpty()
                && request.facts().isEmpty()
                && request.dimensions().isEmpty()) {
            throw Problem.invalid("LW-1815", "No table is named.", "Name the tables that the model is about.")
                    .exception();
        }
        DimensionalBuilder builder = new DimensionalBuilder(schema, request);
        return switch (request.kind()) {
            case DIMENSION -> builder.design(builder.dimensionsOnly());
            case STAR -> builder.design(builder.star());
        };
    }

    private List<TableSpec> dimensionsOnly() {
        List<DimensionPlan> plans = DimensionSplit.of(scope, notes, request);
        Set<TableName> own = new HashSet<>();
        plans.forEach(plan -> own.add(plan.driving()));
        return dimensions(plans, own);
    }

    private List<TableSpec> dimensions(List<DimensionPlan> plans, Set<TableName> own) {
        DimensionTables maker = new DimensionTables(scope, notes, request, own);
        List<TableSpec> tables = new ArrayList<>();
        for (DimensionPlan plan : plans) {
            tables.add(maker.make(plan, 1));
        }
        return tables;
    }

    private List<TableSpec> star() {
        takeParentsOfLoneEvents();
        Map<TableName, Optional<SourceRelationship>> facts = FactChoice.of(scope, notes, request);
        if (facts.isEmpty()) {
            notes.assume("None of these tables can be a fact, so only dimensions were made.");
            return dimensionsOnly();
        }
        Set<TableName> starts = new LinkedHashSet<>(facts.keySet());
        facts.values().forEach(header -> header.ifPresent(via -> starts.add(via.to())));
        SourceCalendar.take(scope, notes, starts);
        StarPlan plan = new StarPlan(scope, notes, request, facts);
        List<TableSpec> tables = dimensions(plan.dimensions(), plan.ownTables());
        String calendar = DateTables.id(plan.dimensions());
        List<FactTables> makers = plan.facts().stream()
                .map(fact -> new FactTables(scope, notes, request, fact, calendar))
                .toList();
        Set<Column> dates = new LinkedHashSet<>();
        makers.forEach(maker -> dates.addAll(maker.dateColumns()));
        if (!dates.isEmpty()) {
            tables.add(DateTables.over(calendar, dates, notes));
        }
        makers.forEach(maker -> tables.add(maker.make(2)));
        sayWhatIsShared(plan);
        plan.facts()
                .forEach(fact -> fact.toHeader()
                        .filter(via -> !scope.isNamed(via.to()))
                        .ifPresent(
                                via -> notes.assume(via.to().text() + " was not named but holds the date and keys of "
                                        + via.from().table() + ", so it is joined.")));
        return tables;
    }

    /** Where only events are named, what they refer to is what they are analysed by. */
    private void takeParentsOfLoneEvents() {
        List<TableName> events = scope.named().stream().filter(this::isEvent).toList();
        boolean alone = events.size() == scope.named().size()
                && events.stream()
                        .flatMap(event -> scope.references(event).stream())
                        .noneMatch(reference -> scope.isNamed(reference.to()));
        Set<TableName> taken = new LinkedHashSet<>();
        for (TableName event : alone ? events : List.<TableName>of()) {
            for (SourceRelationship reference : scope.references(event)) {
                taken.add(reference.to());
                if (isEvent(reference.to())) {
                    scope.references(reference.to()).forEach(further -> taken.add(further.to()));
                }
            }
        }
        taken.forEach(scope::take);
        if (!taken.isEmpty()) {
            notes.assume("Only events were named, so the star takes in what they refer to: "
                    + String.join(", ", taken.stream().map(TableName::text).toList()) + ".");
        }
    }

    private boolean isEvent(TableName table) {
        return switch (scope.classOf(table).kind()) {
            case FACT, BRIDGE -> true;
            case DIMENSION, REFERENCE, SUBTYPE, HISTORY, TECHNICAL -> false;
        };
    }

    private void sayWhatIsShared(StarPlan plan) {
        for (DimensionPlan dimension : plan.dimensions()) {
            List<String> users = plan.facts().stream()
                    .filter(f -> f.links().stream().anyMatch(l -> l.dimension().equals(dimension)))
                    .map(FactPlan::name)
                    .toList();
            if (users.size() > 1) {
                notes.assume(dimension.name() + " is conformed: " + String.join(" and ", users) + " share it.");
            }
        }
    }

    private Design design(List<TableSpec> tables) {
        DataModel model = new DataModel(
                DataModel.SCHEMA_VERSION,
                name(tables),
                ModelStyle.DIMENSIONAL,
                description(tables),
                SourceSlice.of(schema, used(tables)),
                new Conventions("default", HashProfile.H1, request.surrogate()),
                Targets.complete(request.targets(), List.of(Layer.BRONZE, Layer.GOLD)),
                Stream.concat(decisions(tables).stream(), ExtractionDecisions.of(used(tables)).stream())
                        .toList(),
                notes.excluded(),
                tables);
        return new Design(
                model,
                notes.joined(),
                notes.assumptions(),
                notes.questions().stream().limit(MOST_QUESTIONS).toList(),
                BriefDeviations.dimensional());
    }

    /** The tables that some load reads, in the order of the schema. */
    private List<SourceTable> used(List<TableSpec> tables) {
        Set<String> read = new HashSet<>();
        tables.stream().flatMap(t -> t.loads().stream()).forEach(load -> {
            read.add(load.from().table());
            load.from().joins().forEach(join -> read.add(join.table()));
        });
        return schema.tables().stream()
                .filter(t -> read.contains(t.name().text()))
                .toList();
    }

    private String name(List<TableSpec> tables) {
        List<TableSpec> facts =
                tables.stream().filter(t -> t instanceof TableSpec.Fact).toList();
        return request.name().map(Names::snake).orElseGet(() -> {
            if (facts.isEmpty()) {
                return tables.getFirst().name();
            }
            return facts.getFirst().name().substring("fact_".length())
                    + (facts.size() > 1 ? "_and_" + (facts.size() - 1) + "_more" : "") + "_star";
        });
    }

    private static String description(List<TableSpec> tables) {
        List<String> facts = tables.stream()
                .filter(t -> t instanceof TableSpec.Fact)
                .map(TableSpec::name)
                .toList();
        List<String> others = tables.stream()
                .filter(t -> !(t instanceof TableSpec.Fact))
                .map(TableSpec::name)
                .toList();
        return facts.isEmpty()
                ? "Dimension" + (others.size() > 1 ? "s " : " ") + String.join(", ", others) + "."
                : "Star of " + String.join(", ", facts) + " with " + String.join(", ", others) + ".";
    }

    private List<Decision> decisions(List<TableSpec> tables) {
        List<String> evidence = new ArrayList<>();
        evidence.add(scope.named().size() + " tables named, " + tables.size() + " made");
        notes.joined().forEach(join -> evidence.add("joined " + join));
        return List.of(new Decision(
                "modeling 4.3",
                "dimensional model",
                "facts at their finest grain with wide dimensions answer questions with few joins",
                evidence,
                List.of("a raw vault before it, where several sources must be integrated")));
    }
}
