package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.History;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SpecialRow;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.generator.design.DesignRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a dimension of its plan: columns, keys, load and the reasons for them. */
final class DimensionTables {

    static final long UNKNOWN = -1;

    private static final History HISTORY = new History("valid_from", "valid_to", "is_current");

    private final Scope scope;
    private final Notes notes;
    private final DesignRequest request;
    private final WantedAttributes wanted;
    private final Set<TableName> ownDimensions;

    /** @param ownDimensions tables that become dimensions or facts of their own */
    DimensionTables(Scope scope, Notes notes, DesignRequest request, Set<TableName> ownDimensions) {
        this.scope = scope;
        this.notes = notes;
        this.request = request;
        this.wanted = new WantedAttributes(scope, request.attributes());
        this.ownDimensions = Set.copyOf(ownDimensions);
    }

    /** @param order position of its load in the model */
    TableSpec.Dimension make(DimensionPlan plan, int order) {
        boolean versions = request.scdType() == ScdType.TYPE_2;
        List<String> reserved = new ArrayList<>(List.of(plan.surrogate()));
        if (versions) {
            reserved.addAll(List.of(HISTORY.validFrom(), HISTORY.validTo(), HISTORY.current()));
        }
        List<JoinedTable> tables = ParentTree.around(scope, notes, plan.driving(), plan.flattened(), plan.subtypes());
        List<Attributes.Carried> carried = Attributes.of(scope, notes, wanted, plan, tables, ownDimensions, reserved);
        List<String> businessKey = carried.stream()
                .filter(c -> c.column().role() == ColumnRole.BUSINESS_KEY)
                .map(c -> c.column().name())
                .toList();
        TableCommon common = new TableCommon(
                plan.name(),
                plan.name(),
                "dim.scd" + request.scdType().number(),
                Layer.GOLD,
                description(plan, tables),
                sources(plan, carried),
                columns(plan, carried, versions),
                keys(plan, businessKey, versions),
                request.surrogate() == SurrogateKind.HASH ? SurrogateKind.HASH : SurrogateKind.IDENTITY,
                List.of(load(plan, tables, carried, order)),
                Physical.none(),
                decisions(plan, tables, businessKey));
        return new TableSpec.Dimension(
                common,
                businessKey,
                request.scdType(),
                versions ? Optional.of(HISTORY) : Optional.empty(),
                List.of(new SpecialRow(UNKNOWN, "Unknown")));
    }

    private static List<TableName> sources(DimensionPlan plan, List<Attributes.Carried> carried) {
        Set<TableName> sources = new LinkedHashSet<>(List.of(plan.driving()));
        carried.forEach(c -> sources.add(c.table()));
        return List.copyOf(sources);
    }

    private List<ModelColumn> columns(DimensionPlan plan, List<Attributes.Carried> carried, boolean versions) {
        List<ModelColumn> columns = new ArrayList<>();
        columns.add(technical(
                plan,
                plan.surrogate(),
                LakeType.BIGINT,
                ColumnRole.SURROGATE_KEY,
                "Key of " + (versions ? "one version of " : "") + "a "
                        + plan.entity().replace('_', ' ') + "; -1 stands for an unknown one."));
        carried.forEach(c -> columns.add(c.column()));
        if (versions) {
            columns.add(technical(
                    plan,
                    HISTORY.validFrom(),
                    LakeType.TIMESTAMP,
                    ColumnRole.VALID_FROM,
                    "Start of this version, inclusive."));
            columns.add(technical(
                    plan,
                    HISTORY.validTo(),
                    LakeType.TIMESTAMP,
                    ColumnRole.VALID_TO,
                    "End of this version, exclusive; 9999-12-31 while it is current."));
            columns.add(technical(
                    plan,
                    HISTORY.current(),
                    LakeType.BOOLEAN,
                    ColumnRole.IS_CURRENT,
                    "Whether this is the current version."));
        }
        return columns;
    }

    private static ModelColumn technical(
            DimensionPlan plan, String name, LakeType type, ColumnRole role, String comment) {
        return ModelColumn.technical(plan.name(), name, type, false, role, comment);
    }

    private static Keys keys(DimensionPlan plan, List<String> businessKey, boolean versions) {
        List<List<String>> unique = new ArrayList<>();
        List<String> natural = new ArrayList<>(businessKey);
        if (versions) {
            natural.add(HISTORY.validFrom());
        }
        unique.add(natural);
        return Keys.primary(List.of(plan.surrogate())).withUnique(unique);
    }

    private Load load(DimensionPlan plan, List<JoinedTable> tables, List<Attributes.Carried> carried, int order) {
        LoadStrategy strategy = switch (request.scdType()) {
            case TYPE_0 -> LoadStrategy.SCD0_INSERT;
            case TYPE_1 -> LoadStrategy.SCD1_MERGE;
            case TYPE_2 -> LoadStrategy.SCD2_MERGE;
        };
        return new Load(
                "load_" + plan.name(),
                JoinedTable.from(tables),
                carried.stream().map(Attributes.Carried::load).toList(),
                List.of(),
                Optional.empty(),
                strategy,
                Optional.empty(),
                true,
                DeleteHandling.IGNORE,
                order);
    }

    private static String description(DimensionPlan plan, List<JoinedTable> tables) {
        List<String> parents = tables.stream()
                .skip(1)
                .filter(t -> !t.labelsOnly())
                .map(t -> t.alias().replace('_', ' '))
                .toList();
        return "One row per " + plan.entity().replace('_', ' ')
                + (parents.isEmpty() ? "." : ", with its " + String.join(", ", parents) + ".");
    }

    private List<Decision> decisions(DimensionPlan plan, List<JoinedTable> tables, List<String> businessKey) {
        List<Decision> decisions = new ArrayList<>();
        String source = plan.driving().text();
        List<String> facts = new ArrayList<>();
        facts.add(
                source + " is a " + scope.classOf(plan.driving()).kind().name().toLowerCase(Locale.ROOT) + ": "
                        + scope.classOf(plan.driving()).reason());
        decisions.add(new Decision(
                "K11",
                "business key " + String.join(", ", businessKey),
                scope.table(plan.driving()).primaryKey().isEmpty()
                        ? "the best unique key of a table without primary key"
                        : "references of other tables lead to the primary key",
                facts,
                scope.code(plan.driving()).isEmpty()
                        ? List.of()
                        : List.of("the code " + String.join(", ", scope.code(plan.driving()))
                                + ", which is kept as attribute")));
        decisions.add(history(plan));
        decisions.add(surrogate(plan));
        List<String> joins = tables.stream()
                .flatMap(t -> t.reach().stream())
                .map(reach -> joinEvidence(reach))
                .toList();
        if (!joins.isEmpty()) {
            decisions.add(new Decision(
                    "K17",
                    "one wide dimension",
                    "many-to-one parents are taken in, so that reports need one join",
                    joins,
                    List.of("a snowflake with a table for each level")));
        }
        return decisions;
    }

    private static String joinEvidence(JoinedTable.Reach reach) {
        SourceRelationship via = reach.via();
        return via.fromText() + " -> " + via.toText() + " ("
                + via.type().text().replace('_', ' ') + ", " + (via.declared() ? "declared" : "inferred") + ", "
                + reach.type() + " JOIN)";
    }

    private Decision history(DimensionPlan plan) {
        String rows = scope.table(plan.driving())
                .rowCount()
                .map(count -> plan.driving().text() + " has " + String.format(Locale.ROOT, "%,d", count) + " rows")
                .orElse("the number of rows of " + plan.driving().text() + " is not known");
        return switch (request.scdType()) {
            case TYPE_0 ->
                new Decision(
                        "dim.scd0",
                        "SCD type 0",
                        "the first values are kept",
                        List.of(rows),
                        List.of("SCD type 1", "SCD type 2"));
            case TYPE_1 ->
                new Decision(
                        "dim.scd1",
                        "SCD type 1",
                        "changes overwrite, no history is kept",
                        List.of(rows),
                        List.of("SCD type 2 keeps every version"));
            case TYPE_2 ->
                new Decision(
                        "dim.scd2",
                        "SCD type 2 by one MERGE a batch",
                        "every version is kept, so that facts find the attributes as they were; a full delivery never "
                                + "carries an older state than the one before",
                        List.of(rows),
                        List.of("SCD type 1 overwrites", "rebuilding the timeline for late changes"));
        };
    }

    private Decision surrogate(DimensionPlan plan) {
        return request.surrogate() == SurrogateKind.HASH
                ? new Decision(
                        "K-02",
                        "hash key",
                        "several writers may load it",
                        List.of(),
                        List.of("identity, with one writer"))
                : new Decision(
                        "K-02",
                        "BIGINT identity",
                        plan.name() + " has one load, so one writer",
                        List.of("1 load"),
                        List.of("a hash key, when loads must run side by side"));
    }
}
