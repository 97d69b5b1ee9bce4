package io.lakewright.generator.vault;

import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forms the units of work of every table in scope: all its references together, self-references apart. */
final class Units {

    /** A link of more hubs is named after its own alone: a long list would be cut anyway. */
    private static final int MOST_NAMED = 3;

    private final VaultPlan plan;
    private final HubPaths paths;
    private final VaultNames names;

    Units(VaultPlan plan, VaultNames names) {
        this.plan = plan;
        this.paths = new HubPaths(plan);
        this.names = names;
    }

    List<Unit> all() {
        return plan.scope().tables().stream()
                .flatMap(t -> of(t.name()).stream())
                .toList();
    }

    private List<Unit> of(TableName table) {
        return switch (plan.place(table)) {
            case Place.OwnHub _, Place.Subtype _ -> {
                List<Unit> units = new ArrayList<>();
                together(table).ifPresent(units::add);
                plan.scope().inward(table).forEach(key -> hierarchy(table, key).ifPresent(units::add));
                yield units;
            }
            case Place.Relation(List<String> key, List<String> childKey) -> {
                Relations from = new Relations(table);
                List<HubReference> references = paths.ofLinkTable(table, from);
                String name = names.link(List.of(names.entity(table)));
                yield List.of(new Unit(table, name, references, childKey, from, false, key.isEmpty()));
            }
            case Place.LeftOut _ -> List.of();
        };
    }

    private Optional<Unit> together(TableName table) {
        Relations from = new Relations(table);
        List<HubReference> references = paths.ofHubTable(table, from);
        if (references.size() < 2) {
            return Optional.empty();
        }
        List<String> others = references.stream()
                .skip(1)
                .map(r -> names.entity(r.hub()))
                .distinct()
                .toList();
        List<String> words = new ArrayList<>(List.of(names.entity(table)));
        words.addAll(others.size() <= MOST_NAMED ? others : List.of());
        return Optional.of(new Unit(table, names.link(words), references, List.of(), from, false, false));
    }

    private Optional<Unit> hierarchy(TableName table, ForeignKey key) {
        Relations from = new Relations(table);
        List<HubReference> references = new ArrayList<>();
        paths.own(table, from).ifPresent(references::add);
        references.addAll(paths.by(table, key, from));
        if (references.size() < 2) {
            return Optional.empty();
        }
        String name =
                names.link(List.of(names.entity(table), references.getLast().role()));
        return Optional.of(new Unit(table, name, references, List.of(), from, true, false));
    }

    /** Every mention of a hub by a table that does not own it, or by a self-reference. */
    List<Mention> mentions() {
        List<Mention> mentions = new ArrayList<>();
        for (SourceTable table : plan.scope().tables()) {
            TableName name = table.name();
            if (plan.place(name) instanceof Place.LeftOut) {
                continue;
            }
            if (plan.place(name) instanceof Place.Subtype) {
                Relations from = new Relations(name);
                paths.own(name, from).ifPresent(own -> mentions.add(new Mention(name, own, from)));
            }
            for (ForeignKey key : plan.scope().references(name)) {
                Relations from = new Relations(name);
                paths.by(name, key, from).forEach(reference -> mentions.add(new Mention(name, reference, from)));
            }
        }
        return mentions;
    }

    /** A hub as a table mentions it. */
    record Mention(TableName table, HubReference reference, Relations from) {}
}
