package io.lakewright.generator.vault;

import io.lakewright.core.model.Decision;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.PersonalData;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says why a vault is as it is, from the facts of its schema. */
final class VaultDecisions {

    private final VaultPlan plan;
    private final VaultNames names;

    VaultDecisions(VaultPlan plan, VaultNames names) {
        this.plan = plan;
        this.names = names;
    }

    List<Decision> ofModel() {
        return List.of(
                new Decision(
                        "DV-01",
                        "Keys are hashes of the business keys",
                        "Hubs, links and satellites then load side by side, without looking keys up, and give the same keys in every environment.",
                        List.of(),
                        List.of("a sequence or identity column for each hub")),
                new Decision(
                        "DV-02",
                        "Hash keys are stored as STRING, 64 hexadecimal digits of SHA-256 by recipe H1",
                        "BINARY carries no statistics and cannot be clustered by.",
                        List.of(),
                        List.of("MD5, 32 digits", "BINARY")),
                new Decision(
                        "DV-05",
                        "load_date is one timestamp a batch, set by the loader",
                        "A load that runs again then writes the same rows and adds nothing.",
                        List.of(),
                        List.of("DEFAULT current_timestamp() on the column")));
    }

    List<Decision> ofHub(TableName table, List<String> key, int loads) {
        SourceTable source = plan.scope().table(table);
        List<Decision> decisions = new ArrayList<>();
        long referenced = plan.scope().referencedBy(table);
        decisions.add(new Decision(
                "dv.hub",
                names.hub(table) + " for " + table,
                key.size() > 1 && !plan.scope().outward(table).isEmpty()
                        ? "Its rows are known by " + String.join(", ", key)
                                + "; a link needs two hubs, and others may refer to it, so it has one of its own."
                        : "The table has a key of its own.",
                List.of(
                        "key: " + String.join(", ", key),
                        "referred to by " + counted(referenced, "reference") + " of tables in scope",
                        "loaded from " + counted(loads, "place") + ", so that keys without a master row are kept"),
                List.of()));
        decisions.add(businessKey(source, key));
        return decisions;
    }

    private Decision businessKey(SourceTable source, List<String> key) {
        List<String> alternatives = alternatives(source, key);
        if (plan.scope().businessKey(source.name()).isPresent()) {
            return new Decision(
                    "D03",
                    "business key " + String.join(", ", key),
                    "The request names it; links fetch it by a join where a reference carries another key.",
                    List.of(),
                    List.of(String.join(", ", source.primaryKey())));
        }
        boolean surrogate = isSurrogate(source, key);
        return new Decision(
                "D03",
                surrogate
                        ? "surrogate used as business key: " + key.getFirst()
                        : "business key " + String.join(", ", key),
                "It is what foreign keys carry, so every load can hash it without a join.",
                surrogate ? List.of(key.getFirst() + " is a number that only this source gives") : List.of(),
                alternatives);
    }

    List<Decision> ofLink(Unit unit) {
        SourceTable source = plan.scope().table(unit.table());
        List<Decision> decisions = new ArrayList<>();
        String joined = String.join(
                ", ",
                unit.references().stream()
                        .map(r -> names.hub(r.hub()))
                        .distinct()
                        .toList());
        if (unit.hierarchical()) {
            decisions.add(new Decision(
                    "dv.hierarchical_link",
                    unit.name() + " joins " + joined + " with itself",
                    unit.table() + " refers to itself; rows without a parent have no row here.",
                    List.of("by "
                            + String.join(", ", unit.references().getLast().written())),
                    List.of("a zero key for roots")));
            return decisions;
        }
        decisions.add(new Decision(
                "D22",
                unit.name() + " joins " + joined,
                "All references of one row are one unit of work; links of pairs would lose which belong together.",
                List.of(counted(unit.references().size(), "hub reference") + " in a row of " + unit.table()),
                List.of("one link for each reference")));
        if (!unit.childKey().isEmpty()) {
            decisions.add(new Decision(
                    "dv.dependent_child_key",
                    String.join(", ", unit.childKey()) + " is a dependent child key",
                    "It tells rows apart only under the hubs beside it, and no table in scope refers to it.",
                    List.of("primary key: " + String.join(", ", source.primaryKey())),
                    List.of("a hub of its own with a key of several columns")));
        }
        if (plan.place(unit.table()) instanceof Place.OwnHub) {
            String driving = names.hub(unit.table());
            decisions.add(new Decision(
                    "D17",
                    driving + " drives " + unit.name(),
                    "A row of " + unit.table() + " has one set of references at a time, so for each key of " + driving
                            + " the row loaded last is the one that holds; only a combination that comes back is not"
                            + " told apart from the one it replaced.",
                    List.of(),
                    List.of("an effectivity satellite, once the source tells when a reference moved")));
        }
        List<String> optional = unit.references().stream()
                .filter(HubReference::optional)
                .map(r -> String.join(", ", r.written()))
                .distinct()
                .toList();
        if (!optional.isEmpty()) {
            decisions.add(new Decision(
                    "D23",
                    "zero key where " + String.join("; ", optional) + " is empty",
                    "The reference is optional in the source; without a zero key the row would be lost from the link.",
                    optional.stream().map(column -> column + " is nullable").toList(),
                    List.of("no row for incomplete combinations")));
        }
        return decisions;
    }

    List<Decision> ofSatellite(SatelliteTables.Wanted wanted) {
        SourceTable source = plan.scope().table(wanted.table());
        List<Decision> decisions = new ArrayList<>();
        decisions.add(new Decision(
                "dv.satellite",
                wanted.name() + " carries what " + wanted.table() + " says about "
                        + wanted.parent().name(),
                "One satellite for each parent and source; it only inserts, and the end of a version is the next one's load_date.",
                List.of(counted(wanted.payload().attributes().size(), "attribute")),
                List.of("split by rate of change")));
        if (!wanted.payload().marks().isEmpty()) {
            decisions.add(new Decision(
                    "D09",
                    String.join(
                                    ", ",
                                    wanted.payload().marks().stream()
                                            .map(Column::name)
                                            .toList()) + " is carried but not hashed",
                    "It changes whenever the source touches the row; hashed, it would make versions of nothing.",
                    List.of(),
                    List.of("leave it out")));
        }
        List<String> personal = wanted.payload().carried(source).stream()
                .filter(column -> PersonalData.reason(source, column).isPresent())
                .map(column -> column.name() + ": "
                        + PersonalData.reason(source, column).orElse(""))
                .toList();
        if (!personal.isEmpty()) {
            decisions.add(new Decision(
                    "G09",
                    counted(personal.size(), "column") + " tagged as personal data",
                    "Their names say so; tags let policies mask them.",
                    personal,
                    List.of("a satellite of its own for personal data")));
        }
        return decisions;
    }

    /** Asks for the business key where a surrogate stands in for one and a better one is declared. */
    Optional<Question> question(TableName table, List<String> key) {
        SourceTable source = plan.scope().table(table);
        List<String> alternatives = alternatives(source, key);
        boolean asked = plan.scope().businessKey(table).isPresent();
        if (asked || alternatives.isEmpty() || !isSurrogate(source, key)) {
            return Optional.empty();
        }
        String entity = names.entity(table).replace('_', ' ');
        List<Question.Option> options = new ArrayList<>();
        options.add(new Question.Option(
                "Keep " + key.getFirst(), "Keep " + key.getFirst() + " as the business key of " + entity));
        alternatives.forEach(other ->
                options.add(new Question.Option("Use " + other, "Use " + other + " as the business key of " + entity)));
        return Optional.of(new Question("By which key does the business know " + entity + "?", options));
    }

    /** Unique keys of the table that could be the business key instead. */
    private List<String> alternatives(SourceTable source, List<String> key) {
        return source.unique().stream()
                .filter(unique -> !unique.equals(key))
                .filter(unique -> unique.stream()
                        .noneMatch(column -> column.toLowerCase(Locale.ROOT).contains("guid")))
                .filter(unique -> plan.scope().references(source.name()).stream()
                        .noneMatch(reference -> reference.columns().stream().anyMatch(unique::contains)))
                .map(unique -> String.join(", ", unique))
                .toList();
    }

    private static boolean isSurrogate(SourceTable source, List<String> key) {
        return key.size() == 1
                && source.column(key.getFirst())
                        .map(column -> column.identity() || column.lakeType().isInteger())
                        .orElse(false);
    }

    static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
