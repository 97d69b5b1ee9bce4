package io.lakewright.generator.edit;

import io.lakewright.core.Problem;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Edits of comments, physical layout and targets. */
final class LayoutEdits {

    private static final int MOST_CLUSTERING_KEYS = 4;
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\-]{0,199}");
    private static final Pattern LOCATION = Pattern.compile("[^\\x00-\\x20\\x7f./]{1,255}");

    private LayoutEdits() {}

    static void apply(Draft draft, ModelEdit.SetComment set) {
        TableSpec table = draft.table(set.table());
        if (set.column().isEmpty()) {
            draft.put(table.withCommon(table.common().withDescription(set.comment())));
            draft.say("Described " + table.name() + ".");
            return;
        }
        ModelColumn column = Draft.column(table, set.column().get());
        draft.put(table.withCommon(table.common()
                .withColumns(table.columns().stream()
                        .map(c -> c.equals(column) ? c.withComment(set.comment()) : c)
                        .toList())));
        draft.say("Described " + table.name() + "." + column.name() + ".");
    }

    static void apply(Draft draft, ModelEdit.SetClustering set) {
        TableSpec table = draft.table(set.table());
        List<String> columns = Draft.columns(table, set.columns());
        if (columns.size() > MOST_CLUSTERING_KEYS) {
            throw Problem.invalid(
                            "LW-1821",
                            "Liquid clustering takes at most four columns, not " + columns.size() + ".",
                            "Name the one or two columns that queries filter by most.")
                    .exception();
        }
        columns.stream()
                .map(name -> Draft.column(table, name))
                .filter(column -> !column.type().isClusterable())
                .findFirst()
                .ifPresent(column -> {
                    throw Problem.invalid(
                                    "LW-1822",
                                    "Delta cannot cluster by " + column.name() + ": " + column.type()
                                            + " carries no statistics.",
                                    "Choose a number, date, timestamp or string column.")
                            .exception();
                });
        Physical before = table.physical();
        if (!before.partitioning().isEmpty()) {
            draft.warn(
                    "LAYOUT_REPLACED",
                    "L-11",
                    table.name(),
                    "The partitions of " + table.name() + " are gone: clustering and partitioning exclude each other.");
        }
        put(draft, table, new Physical(columns, set.automatic(), List.of(), before.properties()));
        draft.say(
                set.automatic()
                        ? table.name() + " is clustered automatically."
                        : columns.isEmpty()
                                ? table.name() + " is not clustered."
                                : table.name() + " is clustered by " + String.join(", ", columns) + ".");
    }

    static void apply(Draft draft, ModelEdit.SetPartitioning set) {
        TableSpec table = draft.table(set.table());
        List<String> columns = Draft.columns(table, set.columns());
        Physical before = table.physical();
        boolean clustered = !before.clustering().isEmpty() || before.automaticClustering();
        if (columns.isEmpty()) {
            put(
                    draft,
                    table,
                    new Physical(before.clustering(), before.automaticClustering(), List.of(), before.properties()));
            draft.say(table.name() + " is not partitioned.");
            return;
        }
        if (clustered) {
            draft.warn(
                    "LAYOUT_REPLACED",
                    "L-11",
                    table.name(),
                    "The clustering of " + table.name() + " is gone: clustering and partitioning exclude each other.");
        }
        draft.warn(
                "G13",
                "P-01",
                table.name(),
                "Below 1 TB partitions of " + table.name()
                        + " make many small files; liquid clustering serves better.");
        put(draft, table, new Physical(List.of(), false, columns, before.properties()));
        draft.say(table.name() + " is partitioned by " + String.join(", ", columns) + ".");
    }

    static void apply(Draft draft, ModelEdit.SetProperty set) {
        TableSpec table = draft.table(set.table());
        if (!PROPERTY.matcher(set.property()).matches()) {
            throw Problem.invalid(
                            "LW-1823",
                            "\"" + set.property() + "\" is not the name of a table property.",
                            "Write it like delta.enableChangeDataFeed.")
                    .exception();
        }
        Map<String, String> properties = new LinkedHashMap<>(table.physical().properties());
        set.value().ifPresentOrElse(v -> properties.put(set.property(), v), () -> properties.remove(set.property()));
        if (set.value().isPresent() && !set.property().contains(".")) {
            draft.warn(
                    "PROPERTY_INERT",
                    "T-01",
                    table.name(),
                    set.property() + " does nothing: properties that Delta knows start with delta.");
        }
        Physical before = table.physical();
        put(
                draft,
                table,
                new Physical(before.clustering(), before.automaticClustering(), before.partitioning(), properties));
        draft.say(set.value()
                .map(v -> "Set " + set.property() + " of " + table.name() + " to " + v + ".")
                .orElse("Removed " + set.property() + " of " + table.name() + "."));
    }

    static void apply(Draft draft, ModelEdit.SetTarget set) {
        Target target = set.target();
        if (!LOCATION.matcher(target.catalog()).matches()
                || !LOCATION.matcher(target.schema()).matches()) {
            throw Problem.invalid(
                            "LW-1824",
                            "\"" + target.catalog() + "." + target.schema() + "\" is not a place for tables.",
                            "Name a catalog and a schema without points, spaces or slashes.")
                    .exception();
        }
        Map<Layer, Target> targets = new LinkedHashMap<>();
        for (Layer layer : Layer.values()) {
            Target known =
                    layer == set.layer() ? target : draft.model().targets().get(layer);
            if (known != null) {
                targets.put(layer, known);
            }
        }
        draft.set(draft.model().withTargets(targets));
        draft.say("Layer " + set.layer().name().toLowerCase(Locale.ROOT) + " stands in " + target.catalog() + "."
                + target.schema() + ".");
    }

    private static void put(Draft draft, TableSpec table, Physical physical) {
        draft.put(table.withCommon(table.common().withPhysical(physical)));
    }
}
