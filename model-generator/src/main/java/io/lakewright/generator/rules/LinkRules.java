package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;
import static io.lakewright.core.check.Severity.INFO;
import static io.lakewright.core.check.Severity.WARNING;

import io.lakewright.core.check.Severity;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What links join (D). */
final class LinkRules {

    private LinkRules() {}

    static List<ModelRule> all() {
        return List.of(
                ModelRule.per(TableSpec.Link.class, "D04", "A link joins two hubs or more", ERROR, LinkRules::hubs),
                new ModelRule("D17", "A reference that moves has an effectivity satellite", INFO, LinkRules::moving),
                new ModelRule("D21", "Links do not refer to links", WARNING, LinkRules::linkToLink),
                new ModelRule("D22", "All references of a row are in one link", WARNING, LinkRules::pairwise));
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
                            String.join(", ", optional) + " may change: " + link.name()
                                    + " shows every new combination, but not that a former one came back.");
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
