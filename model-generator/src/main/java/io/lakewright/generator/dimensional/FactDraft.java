package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.meaning.MeasureClass;
import io.lakewright.core.model.Additivity;
import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.Transform;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.PersonalData;
import io.lakewright.core.type.LakeType;
import io.lakewright.generator.design.ColumnNames;
import io.lakewright.generator.design.MoneyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the columns of a fact, each with the way it is filled. Not safe for concurrent use. */
final class FactDraft {

    private final String fact;
    private final Notes notes;
    private final ColumnNames names = new ColumnNames(List.of());
    private final List<ModelColumn> columns = new ArrayList<>();
    private final List<Load.LoadColumn> loads = new ArrayList<>();
    private final List<Load.Lookup> lookups = new ArrayList<>();
    private final List<ModelForeignKey> foreign = new ArrayList<>();

    FactDraft(String fact, Notes notes) {
        this.fact = fact;
        this.notes = notes;
    }

    /** A column of a source table as it is. */
    ModelColumn copy(JoinedTable table, Column column, ColumnRole role, boolean nullable) {
        return copy(table, column, role, nullable, Optional.empty(), Comments.of(table, column));
    }

    /** A measure, with what must be known before it is summed. */
    ModelColumn measure(JoinedTable table, Column column, MeasureClass kind) {
        return copy(
                table,
                column,
                ColumnRole.MEASURE,
                true,
                Optional.of(kind.additivity()),
                Comments.of(table, column, kind.because()));
    }

    private ModelColumn copy(
            JoinedTable table,
            Column column,
            ColumnRole role,
            boolean nullable,
            Optional<Additivity> additivity,
            Optional<String> comment) {
        String wanted = ColumnNames.plain(column.name());
        String name = names.take(wanted);
        ModelColumn made = new ModelColumn(
                fact + "." + name,
                name,
                MoneyType.of(column),
                nullable,
                role,
                Optional.empty(),
                additivity,
                Optional.of(new ColumnOrigin(table.table().name(), column.name())),
                comment,
                PersonalData.reason(table.table(), column).isPresent() ? List.of(PersonalData.TAG) : List.of());
        columns.add(made);
        if (MoneyType.isUnbounded(column)) {
            notes.unbounded(fact + "." + name, made.type());
        }
        loads.add(Load.LoadColumn.copy(name, new ColumnRef(table.alias(), column.name())));
        notes.carried(table.table().name(), column.name());
        return made;
    }

    /** A key of a dimension, found by its business key. */
    void lookup(String wanted, FactPlan.Link link, List<ColumnRef> key, Optional<ColumnRef> asOf) {
        String name = names.take(wanted);
        String meaning = link.role().map(r -> r.replace('_', ' ') + " (").orElse("")
                + link.dimension().entity().replace('_', ' ')
                + (link.role().isPresent() ? ")" : "");
        columns.add(ModelColumn.technical(
                fact, name, LakeType.BIGINT, false, ColumnRole.FOREIGN_KEY, "The " + meaning + "; -1 if unknown."));
        lookups.add(new Load.Lookup(name, link.dimension().name(), key, asOf));
        foreign.add(new ModelForeignKey(
                List.of(name), link.dimension().name(), List.of(link.dimension().surrogate()), link.role()));
    }

    /** A key of the calendar. */
    void date(String wanted, String calendar, ColumnRef source, String role) {
        String name = names.take(wanted);
        columns.add(ModelColumn.technical(
                fact,
                name,
                LakeType.INT,
                false,
                ColumnRole.FOREIGN_KEY,
                "Day of the " + role.replace('_', ' ') + " as yyyymmdd; -1 if unknown."));
        loads.add(new Load.LoadColumn(name, List.of(source), new Transform.DateKey()));
        foreign.add(new ModelForeignKey(List.of(name), calendar, List.of(DateTables.KEY), Optional.of(role)));
    }

    /** A measure that is made of others. */
    void derived(String wanted, LakeType type, List<ColumnRef> sources, Transform transform, String comment) {
        String name = names.take(wanted);
        columns.add(new ModelColumn(
                fact + "." + name,
                name,
                type,
                true,
                ColumnRole.MEASURE,
                Optional.empty(),
                Optional.of(Additivity.ADDITIVE),
                Optional.empty(),
                Optional.of(comment),
                List.of()));
        loads.add(new Load.LoadColumn(name, sources, transform));
    }

    List<ModelColumn> columns() {
        return List.copyOf(columns);
    }

    List<Load.LoadColumn> loads() {
        return List.copyOf(loads);
    }

    List<Load.Lookup> lookups() {
        return List.copyOf(lookups);
    }

    List<ModelForeignKey> foreign() {
        return List.copyOf(foreign);
    }
}
