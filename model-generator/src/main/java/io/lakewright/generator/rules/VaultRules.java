package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;
import static io.lakewright.core.check.Severity.INFO;
import static io.lakewright.core.check.Severity.WARNING;

import io.lakewright.core.check.Severity;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The shape of hubs, links and satellites (D). */
final class VaultRules {

    private static final int WIDE = 100;
    private static final Set<ColumnRole> DESCRIPTIVE = EnumSet.of(
            ColumnRole.ATTRIBUTE,
            ColumnRole.MEASURE,
            ColumnRole.DEGENERATE,
            ColumnRole.EVENT_TIME,
            ColumnRole.HASH_DIFF);

    private VaultRules() {}

    static List<ModelRule> all() {
        return List.of(
                ModelRule.per(
                        TableSpec.Hub.class,
                        "D01",
                        "A hub has hash key, business key, load date and record source",
                        ERROR,
                        VaultRules::hub),
                ModelRule.perTable("D02", "Hubs and links hold nothing descriptive", ERROR, VaultRules::descriptive),
                new ModelRule("D03", "The business knows the business key", WARNING, VaultRules::surrogate),
                ModelRule.per(TableSpec.Link.class, "D04", "A link joins two hubs or more", ERROR, VaultRules::hubs),
                new ModelRule("D05", "A satellite hangs on one hub or link", ERROR, VaultRules::parent),
                new ModelRule(
                        "D06", "A satellite is keyed by its parent and the load date", ERROR, VaultRules::satelliteKey),
                ModelRule.perTable("D07", "The vault stores no end of validity", ERROR, VaultRules::endDate),
                new ModelRule("D14", "A hub is described or shared", WARNING, VaultRules::lonely),
                ModelRule.per(
                        TableSpec.Satellite.class, "D15", "A satellite has one source", WARNING, VaultRules::mixed),
                ModelRule.per(
                        TableSpec.Satellite.class,
                        "D16",
                        "A satellite has at most 100 columns",
                        WARNING,
                        VaultRules::wide),
                new ModelRule("D17", "A reference that moves has an effectivity satellite", INFO, VaultRules::moving),
                new ModelRule("D21", "Links do not refer to links", WARNING, VaultRules::linkToLink),
                new ModelRule("D22", "All references of a row are in one link", WARNING, VaultRules::pairwise));
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

    private static void descriptive(TableSpec table, Report report) {
        if (table instanceof TableSpec.Hub || table instanceof TableSpec.Link) {
            table.columns().stream().filter(c -> DESCRIPTIVE.contains(c.role())).forEach(c -> {
                report.say(
                        table, c.name(), c.name() + " describes; it belongs into a satellite of " + table.name() + ".");
                report.fix(new ModelEdit.DropColumn(table.id(), c.name()));
            });
        }
    }

    private static void surrogate(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (!(table instanceof TableSpec.Hub hub) || hub.businessKey().size() != 1) {
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

    private static void hubs(TableSpec.Link link, Report report) {
        if (link.parents().size() < 2) {
            report.say(link, link.name() + " joins " + link.parents().size() + " hub; a link needs two.");
        }
        if (link.keys().foreign().size() != link.parents().size()) {
            report.say(
                    link,
                    link.name() + " names " + link.parents().size() + " hubs but refers to "
                            + link.keys().foreign().size() + ".");
        }
    }

    private static void parent(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (table instanceof TableSpec.Satellite satellite) {
                TableSpec parent = model.byId(satellite.parent()).orElse(null);
                boolean refers = satellite.keys().foreign().stream()
                                .filter(k -> k.references().equals(satellite.parent()))
                                .count()
                        == 1;
                if (!(parent instanceof TableSpec.Hub || parent instanceof TableSpec.Link) || !refers) {
                    report.say(satellite, satellite.name() + " hangs on no hub or link of the model.");
                }
            }
        }
    }

    private static void satelliteKey(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (!(table instanceof TableSpec.Satellite satellite)) {
                continue;
            }
            Set<String> wanted = satellite.keys().foreign().stream()
                    .filter(k -> k.references().equals(satellite.parent()))
                    .flatMap(k -> k.columns().stream())
                    .collect(Collectors.toCollection(HashSet::new));
            satellite.columns().stream()
                    .filter(c -> c.role() == ColumnRole.LOAD_DATE)
                    .forEach(c -> wanted.add(c.name()));
            satellite.hash().childKey().ifPresent(wanted::add);
            if (!wanted.equals(new HashSet<>(satellite.keys().primary()))) {
                report.say(
                        satellite, satellite.name() + " should be keyed by its parent's hash key and the load date.");
            }
        }
    }

    private static void endDate(TableSpec table, Report report) {
        boolean vault = table instanceof TableSpec.Hub
                || table instanceof TableSpec.Link
                || table instanceof TableSpec.Satellite;
        if (vault) {
            table.columns().stream()
                    .filter(c -> c.role() == ColumnRole.VALID_TO
                            || c.role() == ColumnRole.IS_CURRENT
                            || c.name().equals("load_end_date"))
                    .forEach(c -> report.say(
                            table, c.name(), c.name() + " would have to be updated; read it from the next row."));
        }
    }

    private static void lonely(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (!(table instanceof TableSpec.Hub hub)) {
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

    private static void mixed(TableSpec.Satellite satellite, Report report) {
        if (satellite.loads().stream().map(Load::recordSource).distinct().count() > 1) {
            report.say(satellite, satellite.name() + " mixes sources; give each its own satellite.");
        }
    }

    private static void wide(TableSpec.Satellite satellite, Report report) {
        if (satellite.columns().size() > WIDE) {
            report.say(
                    satellite, satellite.name() + " has " + satellite.columns().size() + " columns.");
        }
    }

    /** Without change statistics only an optional reference of a described row is known to move. */
    private static void moving(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (!(table instanceof TableSpec.Link link)
                    || link.hash().childKey().isPresent()) {
                continue;
            }
            for (Load load : link.loads()) {
                Sources sources = new Sources(model, load);
                List<String> optional = link.keys().foreign().stream()
                        .flatMap(k -> k.columns().stream())
                        .flatMap(name -> Sources.filling(load, name).stream())
                        .flatMap(c -> c.sources().stream())
                        .filter(r -> sources.column(r).map(Column::nullable).orElse(false))
                        .map(r -> r.column())
                        .distinct()
                        .toList();
                if (!optional.isEmpty()) {
                    report.say(
                            link,
                            String.join(", ", optional) + " may change; " + link.name()
                                    + " keeps every combination but does not say which one holds now.");
                }
            }
        }
    }

    private static void linkToLink(DataModel model, Report report) {
        for (TableSpec table : model.tables()) {
            if (table instanceof TableSpec.Link) {
                table.keys().foreign().stream()
                        .map(ModelForeignKey::references)
                        .filter(id -> model.byId(id).orElse(null) instanceof TableSpec.Link)
                        .forEach(id -> report.say(table, table.name() + " refers to the link " + id + "."));
            }
        }
    }

    private static void pairwise(DataModel model, Report report) {
        Map<String, List<TableSpec>> bySource = new LinkedHashMap<>();
        for (TableSpec table : model.tables()) {
            boolean hierarchical = new HashSet<>(table.parents()).size() == 1;
            if (table instanceof TableSpec.Link
                    && !hierarchical
                    && !table.loads().isEmpty()) {
                bySource.computeIfAbsent(table.loads().getFirst().from().table(), s -> new ArrayList<>())
                        .add(table);
            }
        }
        bySource.forEach((source, links) -> {
            if (links.size() > 1) {
                report.say(
                        Severity.WARNING,
                        links.getFirst(),
                        "The references of " + source + " are spread over "
                                + String.join(
                                        ", ",
                                        links.stream().map(TableSpec::name).toList()) + ".");
            }
        });
    }
}
