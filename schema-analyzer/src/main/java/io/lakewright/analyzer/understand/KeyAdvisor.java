package io.lakewright.analyzer.understand;

import io.lakewright.analyzer.understand.KeyAdvice.Candidate;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recommends keys in the order of modeling.md 4.3 step 12: unique textual code, unique natural number, composite unique
 * key, column that is unique by data, primary key when natural, and last an identity, flagged as a surrogate.
 */
public final class KeyAdvisor {

    private static final Set<String> CODE_WORDS = Set.of(
            "no",
            "nr",
            "num",
            "number",
            "code",
            "iban",
            "isin",
            "sku",
            "vin",
            "email",
            "mrn",
            "ean",
            "upc",
            "isbn",
            "gtin",
            "reference",
            "ref",
            "login",
            "symbol",
            "abbreviation");
    private static final Set<String> MUTABLE_WORDS =
            Set.of("name", "title", "description", "label", "text", "caption", "comment", "notes");

    private final SourceTable table;
    private final Set<String> foreignKeyColumns;
    private final String prefix;
    private final List<Candidate> primary = new ArrayList<>();
    private final List<Candidate> business = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private KeyAdvisor(SourceTable table, Set<String> foreignKeyColumns) {
        this.table = table;
        this.foreignKeyColumns = foreignKeyColumns;
        this.prefix = NameParts.columnPrefix(table);
    }

    /** @param foreignKeyColumns columns of declared and inferred references of the table */
    public static KeyAdvice advise(SourceTable table, Set<String> foreignKeyColumns) {
        return new KeyAdvisor(table, foreignKeyColumns).advise();
    }

    private KeyAdvice advise() {
        findPrimary();
        for (List<String> unique : table.unique()) {
            addUnique(unique);
        }
        addUniqueByData();
        primary.stream().findFirst().ifPresent(this::addPrimaryAsBusinessKey);
        Comparator<Candidate> best = Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(candidate -> candidate.columns().size())
                .thenComparing(candidate -> String.join(",", candidate.columns()));
        List<Candidate> ranked = distinct(business.stream().sorted(best).toList());
        List<String> recommended =
                ranked.isEmpty() ? List.of() : ranked.getFirst().columns();
        if (recommended.isEmpty()) {
            warnings.add("No key was found; rows of " + table.name() + " can only be told apart by all their columns.");
        } else if (ranked.getFirst().score() < 0.5) {
            warnings.add(
                    "Only " + String.join(", ", recommended)
                            + " identifies rows, and it looks like a surrogate of the source: another system would not know it.");
        }
        return new KeyAdvice(distinct(primary.stream().sorted(best).toList()), ranked, recommended, warnings);
    }

    private void findPrimary() {
        if (!table.primaryKey().isEmpty()) {
            primary.add(table.keyEvidence()
                    .map(words -> new Candidate(table.primaryKey(), words, 0.8, "data"))
                    .orElseGet(() ->
                            new Candidate(table.primaryKey(), "declared as the primary key", 1.0, KeyAdvice.DECLARED)));
            table.keyEvidence()
                    .ifPresent(words -> warnings.add("The source declares no key for " + table.name() + "; "
                            + String.join(", ", table.primaryKey()) + " was found in its rows: " + words + "."));
            return;
        }
        for (List<String> unique : table.unique()) {
            boolean required = columns(unique).stream().noneMatch(Column::nullable);
            primary.add(new Candidate(
                    unique,
                    required ? "declared unique and never NULL" : "declared unique, but may be NULL",
                    required ? 0.9 : 0.6,
                    "declared"));
        }
        for (Column column : table.columns()) {
            if (isUniqueByData(column)) {
                primary.add(new Candidate(List.of(column.name()), "every row has its own value", 0.8, "data"));
            }
        }
        GuessedKeys.primary(table)
                .ifPresent(column -> primary.add(new Candidate(
                        List.of(column.name()),
                        "its name is that of a key of " + table.name().table(),
                        0.65,
                        "name")));
        warnings.add("The source declares no primary key for " + table.name() + ".");
    }

    private void addUnique(List<String> unique) {
        List<Column> columns = columns(unique);
        double penalty = columns.stream().anyMatch(Column::nullable) ? 0.1 : 0;
        String optional = penalty > 0 ? ", but may be NULL" : "";
        if (columns.size() > 1) {
            business.add(new Candidate(
                    unique, "several columns declared unique together" + optional, 0.8 - penalty, "declared"));
            return;
        }
        Column column = columns.getFirst();
        if (isGuid(column)) {
            business.add(new Candidate(unique, "a unique GUID, which people do not use", 0.42, "declared"));
        } else if (foreignKeyColumns.contains(column.name())) {
            business.add(new Candidate(unique, "a unique reference to another table", 0.3, "declared"));
        } else if (isMutableName(column)) {
            business.add(
                    new Candidate(unique, "unique, but a name that may change" + optional, 0.6 - penalty, "declared"));
        } else if (isTextual(column)) {
            double bonus = isCodeName(column) ? 0.03 : 0;
            business.add(new Candidate(unique, "a unique textual code" + optional, 0.92 + bonus - penalty, "declared"));
        } else if (!column.identity()) {
            business.add(new Candidate(unique, "a unique natural number" + optional, 0.88 - penalty, "declared"));
        }
    }

    private void addUniqueByData() {
        for (Column column : table.columns()) {
            boolean key = table.isKey(List.of(column.name()));
            if (!key && isUniqueByData(column) && isTextual(column) && isCodeName(column) && !isGuid(column)) {
                business.add(new Candidate(
                        List.of(column.name()),
                        "every row has its own value, and the name is that of a code",
                        0.7,
                        "data"));
            }
        }
    }

    private void addPrimaryAsBusinessKey(Candidate key) {
        List<Column> columns = columns(key.columns());
        if (columns.size() > 1) {
            boolean natural = columns.stream().noneMatch(Column::identity);
            business.add(new Candidate(key.columns(), "the composite primary key", natural ? 0.75 : 0.5, key.basis()));
            return;
        }
        Column column = columns.getFirst();
        boolean natural = isTextual(column) && !isGuid(column) && !isMutableName(column);
        if (natural) {
            business.add(new Candidate(key.columns(), "the primary key is a textual code", 0.85, key.basis()));
        } else if (isGuid(column)) {
            business.add(new Candidate(key.columns(), "the primary key is a GUID", 0.41, key.basis()));
        } else if (column.identity()) {
            business.add(new Candidate(
                    key.columns(), "the primary key, numbered by the source: a surrogate", 0.4, key.basis()));
        } else if (isTextual(column)) {
            business.add(new Candidate(key.columns(), "the primary key, a name that may change", 0.55, key.basis()));
        } else {
            boolean numbered =
                    isCodeName(column) && !NameParts.flat(column.name()).endsWith("id");
            business.add(new Candidate(
                    key.columns(),
                    numbered
                            ? "the primary key is a natural number"
                            : "the primary key; nothing better identifies rows",
                    numbered ? 0.78 : 0.45,
                    key.basis()));
        }
    }

    private boolean isUniqueByData(Column column) {
        Optional<ColumnProfile> profile = column.profile();
        Optional<Long> rows = table.rowCount().filter(count -> count > 20);
        return profile.isPresent()
                && rows.isPresent()
                && profile.get().basis() != ColumnProfile.Basis.SAMPLE
                && profile.get().nullShare().orElse(1.0) == 0.0
                && profile.get().distinctCount().orElse(0L) >= rows.get();
    }

    private boolean isCodeName(Column column) {
        String bare = NameParts.bare(column.name(), prefix);
        List<String> words = Names.words(column.name());
        return !words.isEmpty() && CODE_WORDS.contains(words.getLast())
                || CODE_WORDS.stream().filter(word -> word.length() > 2).anyMatch(bare::endsWith);
    }

    private boolean isMutableName(Column column) {
        String bare = NameParts.bare(column.name(), prefix);
        return MUTABLE_WORDS.stream().anyMatch(bare::endsWith);
    }

    private static boolean isTextual(Column column) {
        return column.lakeType().base() == LakeType.Base.STRING;
    }

    private static boolean isGuid(Column column) {
        String flat = NameParts.flat(column.name());
        return column.type().equals("uuid") || flat.endsWith("guid") || flat.endsWith("uuid");
    }

    private List<Column> columns(List<String> names) {
        return names.stream().map(table::column).flatMap(Optional::stream).toList();
    }

    private static List<Candidate> distinct(List<Candidate> ranked) {
        Set<Set<String>> seen = new LinkedHashSet<>();
        return ranked.stream()
                .filter(candidate -> seen.add(Set.copyOf(candidate.columns())))
                .toList();
    }
}
