package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The keys of a dimension that stands already.
 *
 * @param surrogate the column that facts refer to, where it is not what the business knows a row by
 * @param natural the columns by which the business knows a row, without those of its versions
 */
record DimensionKeys(Optional<String> surrogate, List<String> natural, SurrogateKind kind, String evidence) {

    private static final Set<String> NATURAL_WORDS = Set.of("alternate", "natural", "business", "source");
    private static final Set<String> NATURAL_ENDINGS = Set.of("alternatekey", "naturalkey", "businesskey", "sourcekey");
    private static final Set<String> KEY_WORDS = Set.of("id", "code", "number", "no", "nr", "key", "sku", "uuid");
    private static final Set<String> KIND_WORDS =
            Set.of("dim", "dimension", "key", "id", "sk", "skey", "wid", "hk", "code", "number", "no", "nr");

    static DimensionKeys of(SchemaUnderstanding understanding, Part part, Optional<Versioning> versions) {
        SourceTable table = part.table();
        Optional<Column> key =
                table.primaryKey().size() == 1 ? table.column(table.primaryKey().getFirst()) : Optional.empty();
        if (key.isEmpty()) {
            List<String> known = withoutVersions(table.primaryKey(), versions);
            List<String> natural = known.isEmpty() ? understanding.keys(table).recommendedBusinessKey() : known;
            return new DimensionKeys(Optional.empty(), natural, SurrogateKind.NONE, "no key of one column");
        }
        String surrogate = key.get().name();
        Optional<Natural> natural = part.kind() == Part.Kind.CALENDAR
                ? first(table, column -> isDay(column) && !column.name().equals(surrogate), "is the day itself")
                : natural(table, surrogate, versions, understanding);
        return natural.map(found -> new DimensionKeys(
                        Optional.of(surrogate),
                        found.columns(),
                        key.get().lakeType().isInteger() ? SurrogateKind.IDENTITY : SurrogateKind.HASH,
                        found.because()))
                .orElseGet(() -> new DimensionKeys(
                        Optional.empty(),
                        List.of(surrogate),
                        SurrogateKind.NONE,
                        surrogate + " is the only key that is known"));
    }

    private record Natural(List<String> columns, String because) {}

    /** A key beside the surrogate: declared unique, called so, described so, or named after the thing. */
    private static Optional<Natural> natural(
            SourceTable table, String surrogate, Optional<Versioning> versions, SchemaUnderstanding understanding) {
        Optional<Natural> unique = table.unique().stream()
                .map(columns -> withoutVersions(columns, versions))
                .filter(columns -> !columns.isEmpty() && !columns.contains(surrogate))
                .findFirst()
                .map(columns -> new Natural(columns, String.join(", ", columns) + " is declared unique"));
        if (unique.isPresent()) {
            return unique;
        }
        Set<String> references = understanding.outgoing(table.name()).stream()
                .filter(reference -> !reference.isSelfReference() || reference.declared())
                .flatMap(reference -> reference.fromColumns().stream())
                .collect(Collectors.toSet());
        Predicate<Column> free = column -> !column.name().equals(surrogate)
                && !column.lakeType().isTemporal()
                && column.lakeType().base() != LakeType.Base.BOOLEAN
                && !references.contains(column.name());
        return first(table, free.and(DimensionKeys::isCalledNatural), "is called a key of the source")
                .or(() -> first(table, free.and(DimensionKeys::isDescribedNatural), "is described as such"))
                .or(() -> first(table, free.and(column -> isNamedAfter(column, table)), "is named after the thing"))
                .or(() -> first(
                        table,
                        free.and(column -> isBeside(table, surrogate, column)),
                        "stands beside " + surrogate + " and is named as a key"));
    }

    private static boolean isDay(Column column) {
        return column.lakeType().base() == LakeType.Base.DATE;
    }

    /** The first column behind the surrogate, where it is called a key and never empty. */
    private static boolean isBeside(SourceTable table, String surrogate, Column column) {
        int at = table.columns().indexOf(column);
        return at > 0
                && table.columns().get(at - 1).name().equals(surrogate)
                && !column.nullable()
                && KEY_WORDS.stream().anyMatch(flat(column.name())::endsWith);
    }

    private static Optional<Natural> first(SourceTable table, Predicate<Column> fits, String because) {
        return table.columns().stream()
                .filter(fits)
                .findFirst()
                .map(column -> new Natural(List.of(column.name()), column.name() + " " + because));
    }

    private static boolean isCalledNatural(Column column) {
        List<String> words = Names.words(column.name());
        if (NATURAL_ENDINGS.stream().anyMatch(String.join("", words)::endsWith)) {
            return true;
        }
        return words.contains("bk")
                || words.contains("nk")
                || words.stream().anyMatch(NATURAL_WORDS::contains)
                        && words.stream().anyMatch(KEY_WORDS::contains);
    }

    private static boolean isDescribedNatural(Column column) {
        String comment = column.comment().orElse("").toLowerCase(Locale.ROOT);
        return comment.contains("natural key") || comment.contains("business key");
    }

    /** {@code customer_id} of {@code dim_customer}, {@code id}, {@code code}. */
    private static boolean isNamedAfter(Column column, SourceTable table) {
        List<String> words = Names.words(column.name());
        String thing = thing(table.name().table());
        if (words.isEmpty() || !KEY_WORDS.contains(words.getLast())) {
            return !thing.isEmpty()
                    && KEY_WORDS.stream().anyMatch(word -> flat(column.name()).equals(thing + word));
        }
        String named = thing(column.name());
        return words.size() == 1 || named.equals(thing) || thing.endsWith(named) && named.length() > 2;
    }

    private static String flat(String name) {
        return String.join("", Names.words(name));
    }

    /** What a name is about: without the words of warehouses and keys, singular. */
    private static String thing(String name) {
        List<String> words = Names.words(name).stream()
                .filter(word -> !KIND_WORDS.contains(word))
                .toList();
        return words.isEmpty() ? "" : Names.singular(String.join("_", words)).replace("_", "");
    }

    private static List<String> withoutVersions(List<String> columns, Optional<Versioning> versions) {
        return columns.stream()
                .filter(column -> versions.filter(known -> known.validFrom().equals(column)
                                || known.validTo().equals(column)
                                || known.current().filter(column::equals).isPresent())
                        .isEmpty())
                .toList();
    }
}
