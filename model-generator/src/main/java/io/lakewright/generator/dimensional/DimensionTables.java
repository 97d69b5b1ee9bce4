package io.lakewright.generator.dimensional;

import io.lakewright.core.model.ColumnRole;
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
import java.util.Optional;
import java.util.Set;

/** Makes a dimension of its plan: columns, keys, load and the reasons for them. */
final class DimensionTables {

    static final long UNKNOWN = -1;

    private static final String CALENDAR = "dim.date";
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

    /** A day does not change, so a calendar that facts refer to keeps no versions (modeling.md 2.2, dim.date). */
    static ScdType scdType(Scope scope, DesignRequest request, TableName driving) {
        boolean versions = request.scdType() == ScdType.TYPE_2;
        return versions && isCalendar(scope, request, driving) ? ScdType.TYPE_1 : request.scdType();
    }

    private static boolean isCalendar(Scope scope, DesignRequest request, TableName driving) {
        return request.kind() == DesignRequest.Kind.STAR && SourceCalendar.is(scope, driving);
    }

    /** @param order position of its load in the model */
    TableSpec.Dimension make(DimensionPlan plan, int order) {
        ScdType type = scdType(scope, request, plan.driving());
        boolean versions = type == ScdType.TYPE_2;
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
                isCalendar(scope, request, plan.driving()) ? CALENDAR : "dim.scd" + type.number(),
                Layer.GOLD,
                description(plan, tables, type),
                sources(plan, carried),
                columns(plan, carried, versions),
                keys(plan, businessKey, versions),
                request.surrogate() == SurrogateKind.HASH ? SurrogateKind.HASH : SurrogateKind.IDENTITY,
                List.of(load(plan, tables, carried, type, order)),
                Physical.none(),
                new DimensionReasons(scope, request).of(plan, tables, businessKey, type));
        warnOfEmptiness(plan, carried);
        return new TableSpec.Dimension(
                common,
                businessKey,
                type,
                versions ? Optional.of(HISTORY) : Optional.empty(),
                List.of(new SpecialRow(UNKNOWN, "Unknown")));
    }

    private void warnOfEmptiness(DimensionPlan plan, List<Attributes.Carried> carried) {
        if (carried.stream().allMatch(c -> c.column().role() == ColumnRole.BUSINESS_KEY)) {
            notes.warn(plan.name() + " has no attribute besides its key: neither "
                    + plan.driving().text() + " nor a table it leads to describes a "
                    + plan.entity().replace('_', ' ') + ".");
        }
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
        List<ModelColumn> fleeting = carried.stream()
                .map(Attributes.Carried::column)
                .filter(column -> versions && FleetingValues.is(column) && column.role() == ColumnRole.ATTRIBUTE)
                .toList();
        carried.stream()
                .map(Attributes.Carried::column)
                .forEach(
                        column -> columns.add(fleeting.contains(column) ? FleetingValues.overwritten(column) : column));
        if (!fleeting.isEmpty()) {
            notes.assume(String.join(
                            ", ", fleeting.stream().map(ModelColumn::name).toList())
                    + " of " + plan.name() + " change all the time, so they make no versions and are overwritten.");
        }
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

    private static Load load(
            DimensionPlan plan, List<JoinedTable> tables, List<Attributes.Carried> carried, ScdType type, int order) {
        LoadStrategy strategy = switch (type) {
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

    private static String description(DimensionPlan plan, List<JoinedTable> tables, ScdType type) {
        List<String> parents = tables.stream()
                .skip(1)
                .filter(t -> !t.labelsOnly())
                .map(t -> t.alias().replace('_', ' '))
                .toList();
        return "One row per " + plan.entity().replace('_', ' ')
                + (parents.isEmpty() ? "." : ", with its " + String.join(", ", parents) + ".")
                + (type == ScdType.TYPE_2 ? " A change makes a new version; a deleted row stays as it was last." : "");
    }
}
