package io.lakewright.generator.rules;

import static io.lakewright.core.check.Severity.ERROR;

import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The shape of a vault: what hubs, links and satellites have in common (D). */
final class VaultRules {

    private static final Set<ColumnRole> DESCRIPTIVE = EnumSet.of(
            ColumnRole.ATTRIBUTE,
            ColumnRole.MEASURE,
            ColumnRole.DEGENERATE,
            ColumnRole.EVENT_TIME,
            ColumnRole.HASH_DIFF);

    private VaultRules() {}

    static List<ModelRule> all() {
        List<ModelRule> all = new ArrayList<>(List.of(
                ModelRule.perTable("D02", "Hubs and links hold nothing descriptive", ERROR, VaultRules::descriptive),
                ModelRule.perTable("D07", "The vault stores no end of validity", ERROR, VaultRules::endDate)));
        all.addAll(HubRules.all());
        all.addAll(LinkRules.all());
        all.addAll(SatelliteRules.all());
        return List.copyOf(all);
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
}
