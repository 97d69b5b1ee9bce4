package io.lakewright.generator.edit;

import io.lakewright.core.Problem;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Extraction;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelSource;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.BookkeepingColumns;
import io.lakewright.generator.design.Nearest;
import io.lakewright.generator.design.SourceSlice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Carries one more source column: of a table that a load reads, or of one that it can join without more rows. */
final class AddColumnEdit {

    private static final Set<ColumnRole> LAST = EnumSet.of(
            ColumnRole.LOAD_DATE,
            ColumnRole.RECORD_SOURCE,
            ColumnRole.HASH_DIFF,
            ColumnRole.VALID_FROM,
            ColumnRole.VALID_TO,
            ColumnRole.IS_CURRENT);

    private AddColumnEdit() {}

    static void apply(Draft draft, ModelEdit.AddColumn add) {
        List<SourceTable> known = new ArrayList<>(draft.model().source().tables());
        draft.schema().ifPresent(schema -> known.addAll(schema.tables()));
        SourceTable source = find(known, add.sourceTable());
        Column column = source.column(add.sourceColumn())
                .orElseThrow(() -> Nearest.notFound(
                                "LW-1842",
                                source.name() + " has no column " + add.sourceColumn() + ".",
                                add.sourceColumn(),
                                source.columns().stream().map(Column::name).toList())
                        .exception());
        TableSpec table = descriptive(draft, draft.table(add.table()), source.name());
        ColumnOrigin origin = new ColumnOrigin(source.name(), column.name());
        refuseTwice(table, origin);
        String name = AddedColumn.name(table, add, source, column);
        ModelColumn added = AddedColumn.of(table, name, source, column);
        TableSpec widened = table.withCommon(
                table.common().withColumns(inserted(table.columns(), added)).withSources(sources(table, source)));
        draft.put(hashed(loaded(draft, widened, added, source, column, new JoinPath(known)), added));
        unexclude(draft, origin);
        draft.say("Added " + table.name() + "." + name + " from " + source.name() + "." + column.name() + ".");
    }

    private static SourceTable find(List<SourceTable> known, TableName wanted) {
        Optional<SourceTable> exact = known.stream()
                .filter(t -> t.name().text().equalsIgnoreCase(wanted.text()))
                .findFirst();
        // A bare table name was read as one of schema public; it means the only table of that name.
        List<TableName> bare = known.stream()
                .map(SourceTable::name)
                .filter(name -> wanted.schema().equals("public") && name.table().equalsIgnoreCase(wanted.table()))
                .distinct()
                .toList();
        return exact.or(() -> bare.size() == 1
                        ? known.stream()
                                .filter(t -> t.name().equals(bare.getFirst()))
                                .findFirst()
                        : Optional.empty())
                .orElseThrow(() -> Nearest.notFound(
                                "LW-1841",
                                "There is no source table " + wanted + ".",
                                wanted.text(),
                                known.stream().map(t -> t.name().text()).toList())
                        .exception());
    }

    /** The table that takes descriptive columns: a hub or link hands them to its satellite. */
    private static TableSpec descriptive(Draft draft, TableSpec table, TableName source) {
        return switch (table) {
            case TableSpec.Hub _, TableSpec.Link _ -> satellite(draft, table, source);
            case TableSpec.DateDimension _ ->
                throw Problem.invalid(
                                "LW-1843",
                                table.name() + " is generated and reads no source.",
                                "Add the column to another dimension or to a fact.")
                        .exception();
            case TableSpec.Dimension _, TableSpec.Fact _, TableSpec.Satellite _ -> table;
        };
    }

    private static TableSpec satellite(Draft draft, TableSpec parent, TableName source) {
        List<TableSpec> satellites = draft.model().tables().stream()
                .filter(t -> t instanceof TableSpec.Satellite && t.parents().contains(parent.id()))
                .toList();
        return satellites.stream()
                .filter(s -> s.sources().contains(source))
                .findFirst()
                .or(() -> satellites.stream().findFirst())
                .orElseThrow(() -> Problem.invalid(
                                "LW-1844",
                                parent.name() + " has no satellite that could carry the column.",
                                "Design the vault again with the table that describes it.")
                        .exception());
    }

    private static void refuseTwice(TableSpec table, ColumnOrigin origin) {
        table.columns().stream()
                .filter(c -> c.source().filter(origin::equals).isPresent())
                .findFirst()
                .ifPresent(c -> {
                    throw Draft.conflict(
                                    "LW-1845",
                                    table.name() + " carries " + origin.table() + "." + origin.column()
                                            + " already, as " + c.name() + ".",
                                    "Rename that column, or choose another one.")
                            .exception();
                });
    }

    private static List<ModelColumn> inserted(List<ModelColumn> columns, ModelColumn added) {
        int at = columns.size();
        while (at > 0 && LAST.contains(columns.get(at - 1).role())) {
            at--;
        }
        List<ModelColumn> all = new ArrayList<>(columns);
        all.add(at, added);
        return all;
    }

    private static List<TableName> sources(TableSpec table, SourceTable source) {
        List<TableName> sources = new ArrayList<>(table.sources());
        if (!sources.contains(source.name())) {
            sources.add(source.name());
        }
        return sources;
    }

    private static TableSpec loaded(
            Draft draft, TableSpec table, ModelColumn added, SourceTable source, Column column, JoinPath paths) {
        List<String> order = table.columns().stream().map(ModelColumn::name).toList();
        List<Load> loads = new ArrayList<>();
        boolean filled = false;
        for (Load load : table.loads()) {
            Optional<JoinPath.Reached> reached = paths.from(load, source.name());
            if (reached.isEmpty()) {
                loads.add(load);
                continue;
            }
            filled = true;
            reached.get().joined().forEach(joined -> slice(draft, joined));
            warn(draft, table, added, source, reached.get(), load);
            ColumnRef from = new ColumnRef(reached.get().alias(), column.name());
            loads.add(Loads.adding(
                    reached.get().load(), Load.LoadColumn.copy(added.name(), from), order, hashes(table, added)));
        }
        if (!filled) {
            throw Problem.invalid(
                            "LW-1846",
                            source.name() + " cannot be joined to " + table.name()
                                    + " without multiplying its rows: no foreign key leads there.",
                            "Choose a column of a table that the sources of " + table.name() + " refer to.")
                    .exception();
        }
        return table.withCommon(table.common().withLoads(loads));
    }

    /** Bookkeeping timestamps are carried but never hashed (D09); that is known by their absence from the inputs. */
    private static boolean hashes(TableSpec table, ModelColumn added) {
        return !(table instanceof TableSpec.Satellite)
                || added.source()
                        .map(origin -> !BookkeepingColumns.isMark(origin.column(), added.type()))
                        .orElse(true);
    }

    private static void warn(
            Draft draft, TableSpec table, ModelColumn added, SourceTable source, JoinPath.Reached reached, Load load) {
        if (reached.ambiguous()) {
            draft.warn(
                    "AMBIGUOUS_PATH",
                    "4.3.9",
                    table.name(),
                    "Several references lead from " + load.from().table() + " to " + source.name()
                            + "; the first was taken.");
        }
        boolean joined = !load.from().table().equals(source.name().text());
        if (table instanceof TableSpec.Satellite && joined) {
            draft.warn(
                    "D15",
                    "D15",
                    table.name(),
                    table.name() + " now mixes " + load.from().table() + " with " + source.name()
                            + "; a satellite of its own would keep their histories apart.");
        }
        if (table instanceof TableSpec.Fact && joined && added.role() == ColumnRole.MEASURE) {
            draft.warn(
                    "K23",
                    "K23",
                    table.name(),
                    added.name() + " comes from " + source.name() + ", which is coarser than the grain of "
                            + table.name() + ": summed, it counts more than once.");
        }
    }

    private static void slice(Draft draft, TableName name) {
        DataModel model = draft.model();
        if (model.source().table(name).isPresent()) {
            return;
        }
        draft.schema().flatMap(schema -> schema.table(name)).ifPresent(table -> {
            List<SourceTable> tables = new ArrayList<>(model.source().tables());
            tables.add(table);
            List<Extraction> extraction = new ArrayList<>(model.source().extraction());
            draft.schema().ifPresent(schema -> extraction.add(SourceSlice.extraction(schema, table)));
            draft.set(model.withSource(
                    new ModelSource(model.source().workspace(), model.source().snapshot(), tables, extraction)));
        });
    }

    private static TableSpec hashed(TableSpec table, ModelColumn added) {
        if (!(table instanceof TableSpec.Satellite satellite) || !hashes(table, added)) {
            return table;
        }
        Hash hash = satellite.hash();
        List<String> inputs = new ArrayList<>(hash.inputs());
        inputs.add(added.name());
        return new TableSpec.Satellite(
                satellite.common(),
                satellite.parent(),
                new Hash(hash.profile(), inputs, hash.drivingKey(), hash.childKey()));
    }

    private static void unexclude(Draft draft, ColumnOrigin origin) {
        String text = origin.table().text() + "." + origin.column();
        draft.set(draft.model()
                .withExcluded(draft.model().excluded().stream()
                        .filter(e -> !e.table().equals(text))
                        .toList()));
    }
}
