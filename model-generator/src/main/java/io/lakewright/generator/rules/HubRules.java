package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;
import static io.lakewright.core.check.Severity.WARNING;

import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hubs and their business keys (D). */
final class HubRules {

    private HubRules() {}

    static List<ModelRule> all() {
        return List.of(
                ModelRule.per(
                        TableSpec.Hub.class,
                        "D01",
                        "A hub has hash key, business key, load date and record source",
                        ERROR,
                        HubRules::hub),
                new ModelRule("D03", "The business knows the business key", WARNING, HubRules::surrogate),
                new ModelRule("D14", "A hub is described or shared", WARNING, HubRules::lonely));
    }

    private static void hub(TableSpec.Hub hub, Report report) {
        Map<ColumnRole, Long> count =
                hub.columns().stream().collect(Collectors.groupingBy(ModelColumn::role, Collectors.counting()));
        boolean whole = count.getOrDefault(ColumnRole.HASH_KEY, 0L) == 1
                && count.getOrDefault(ColumnRole.BUSINESS_KEY, 0L) >= 1
                && count.getOrDefault(ColumnRole.LOAD_DATE, 0L) == 1
                && count.getOrDefault(ColumnRole.RECORD_SOURCE, 0L) == 1;
        if (!whole || hub.businessKey().isEmpty()) {
            report.say(hub, hub.name() + " needs one hash key, a business key, one load date and one record source.");
        }
    }

    private static void surrogate(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (!(table instanceof TableSpec.Hub hub) || hub.businessKey().size() != 1 || holdsKeysOnly(model, hub)) {
                continue;
            }
            Optional<ColumnOrigin> origin =
                    hub.column(hub.businessKey().getFirst()).flatMap(ModelColumn::source);
            Optional<SourceTable> source = origin.flatMap(o -> model.source().table(o.table()));
            if (origin.isEmpty() || source.isEmpty()) {
                continue;
            }
            boolean surrogate = source.get()
                    .column(origin.get().column())
                    .map(c -> c.identity() || c.lakeType().isInteger())
                    .orElse(false);
            List<String> codes = source.get().unique().stream()
                    .filter(key -> !key.contains(origin.get().column()))
                    .filter(key -> key.stream().allMatch(name -> isCode(source.get(), name)))
                    .map(key -> String.join(", ", key))
                    .toList();
            if (surrogate && !codes.isEmpty()) {
                report.say(
                        hub,
                        hub.businessKey().getFirst(),
                        hub.name() + " is keyed by the surrogate "
                                + hub.businessKey().getFirst() + " although "
                                + source.get().name() + " has " + String.join("; ", codes) + ".");
            }
        }
    }

    private static boolean isCode(SourceTable table, String column) {
        boolean reference =
                table.foreignKeys().stream().anyMatch(k -> k.columns().contains(column));
        return !reference && !column.toLowerCase(Locale.ROOT).contains("guid");
    }

    private static void lonely(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (!(table instanceof TableSpec.Hub hub) || holdsKeysOnly(model, hub)) {
                continue;
            }
            boolean described = model.tables().stream()
                    .anyMatch(
                            t -> t instanceof TableSpec.Satellite && t.parents().contains(hub.id()));
            long links = model.tables().stream()
                    .filter(t -> t instanceof TableSpec.Link && t.parents().contains(hub.id()))
                    .count();
            long sources =
                    hub.loads().stream().map(l -> l.from().table()).distinct().count();
            if (!described && links < 2 && sources < 2) {
                report.say(hub, hub.name() + " has no satellite and is not shared.");
            }
        }
    }

    /** A hub whose keys come from references to tables out of scope is there for its links, and described later. */
    private static boolean holdsKeysOnly(DataModel model, TableSpec.Hub hub) {
        return hub.columns().stream()
                .filter(column -> column.role() == ColumnRole.BUSINESS_KEY)
                .flatMap(column -> column.source().stream())
                .anyMatch(origin -> model.source().table(origin.table()).stream()
                        .flatMap(table -> table.foreignKeys().stream())
                        .filter(key -> key.columns().stream().anyMatch(origin.column()::equalsIgnoreCase))
                        .anyMatch(key -> model.source().table(key.references()).isEmpty()));
    }
}
