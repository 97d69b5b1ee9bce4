package io.lakewright.generator.vault;

import io.lakewright.core.model.Decision;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says why tables joined that nobody named, why hubs hold keys only, and why some references stay attributes. */
final class ScopeDecisions {

    private final VaultScope scope;

    ScopeDecisions(VaultScope scope) {
        this.scope = scope;
    }

    List<Decision> ofJoined() {
        List<Decision> decisions = new ArrayList<>();
        scope.joined()
                .forEach((table, because) -> decisions.add(new Decision(
                        "dv.link",
                        table + " joins the scope",
                        because,
                        List.of("references of " + table + ": " + referred(table)),
                        List.of("leave it out, and lose the relation"))));
        return decisions;
    }

    List<Decision> ofKeysOnly(TableName table, TableSpec.Hub hub) {
        String referring = String.join(
                ", ",
                hub.loads().stream()
                        .map(load -> load.from().table() + " by " + read(hub, load.name()))
                        .toList());
        return List.of(
                new Decision(
                        "dv.hub",
                        hub.name() + " holds keys only, for " + table,
                        "Rows in scope refer to it, and a link needs both of its hubs; the table is not in scope, so"
                                + " nothing describes the keys yet.",
                        List.of("referred to from " + referring),
                        List.of("name " + table + " to have it described", "keep the reference as an attribute")),
                new Decision(
                        "D03",
                        "business key " + String.join(", ", hub.businessKey()),
                        "It is what the references carry.",
                        List.of(),
                        List.of()));
    }

    /** References of the table that its satellite carries as attributes. */
    List<Decision> ofKept(TableName table) {
        Map<String, Decision> decisions = new LinkedHashMap<>();
        for (OutwardReferences.Kept kept : scope.kept(table)) {
            String columns = String.join(", ", kept.columns());
            decisions.put(
                    columns,
                    new Decision(
                            kept.rule(),
                            columns + (kept.columns().size() == 1 ? " stays an attribute" : " stay attributes"),
                            sentence(kept.because()),
                            List.of(),
                            List.of("name " + kept.parent() + " to have a hub and a link for it")));
        }
        return List.copyOf(decisions.values());
    }

    private String referred(TableName table) {
        return String.join(
                ", ",
                scope.references(table).stream()
                        .map(key -> String.join(", ", key.columns()) + " to " + key.references())
                        .toList());
    }

    private static String read(TableSpec.Hub hub, String load) {
        return String.join(
                ", ",
                hub.loads().stream()
                        .filter(l -> l.name().equals(load))
                        .flatMap(l -> l.columns().stream())
                        .filter(column -> hub.businessKey().contains(column.name()))
                        .flatMap(column -> column.sources().stream())
                        .map(source -> source.column())
                        .toList());
    }

    static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
