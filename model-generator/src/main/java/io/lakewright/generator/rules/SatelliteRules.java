package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;
import static io.lakewright.core.check.Severity.WARNING;

import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.TableSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What satellites hang on and hold (D). */
final class SatelliteRules {

    private static final int WIDE = 100;

    private SatelliteRules() {}

    static List<ModelRule> all() {
        return List.of(
                new ModelRule("D05", "A satellite hangs on one hub or link", ERROR, SatelliteRules::parent),
                new ModelRule(
                        "D06",
                        "A satellite is keyed by its parent and the load date",
                        ERROR,
                        SatelliteRules::satelliteKey),
                ModelRule.per(
                        TableSpec.Satellite.class, "D15", "A satellite has one source", WARNING, SatelliteRules::mixed),
                ModelRule.per(
                        TableSpec.Satellite.class,
                        "D16",
                        "A satellite has at most 100 columns",
                        WARNING,
                        SatelliteRules::wide));
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
}
