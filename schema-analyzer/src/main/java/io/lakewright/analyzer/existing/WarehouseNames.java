package io.lakewright.analyzer.existing;

import io.lakewright.analyzer.existing.Part.Kind;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The parts that tables name themselves: {@code dim_customer}, {@code customer_dim}, {@code FactSales}, {@code
 * factsales}, {@code d_customer}; {@code hub_customer}, {@code h_customer} (modeling.md 5.1).
 */
final class WarehouseNames {

    private static final Map<String, Kind> STAR_WORDS = Map.ofEntries(
            Map.entry("dim", Kind.DIMENSION),
            Map.entry("dimension", Kind.DIMENSION),
            Map.entry("fact", Kind.FACT),
            Map.entry("facts", Kind.FACT),
            Map.entry("fct", Kind.FACT),
            Map.entry("agg", Kind.FACT),
            Map.entry("bridge", Kind.HELPER),
            Map.entry("brg", Kind.HELPER));
    private static final Map<String, Kind> VAULT_WORDS = Map.ofEntries(
            Map.entry("hub", Kind.HUB),
            Map.entry("rhub", Kind.HUB),
            Map.entry("link", Kind.LINK),
            Map.entry("lnk", Kind.LINK),
            Map.entry("nhl", Kind.LINK),
            Map.entry("tlink", Kind.LINK),
            Map.entry("hal", Kind.LINK),
            Map.entry("sal", Kind.LINK),
            Map.entry("sat", Kind.SATELLITE),
            Map.entry("satellite", Kind.SATELLITE),
            Map.entry("msat", Kind.SATELLITE),
            Map.entry("esat", Kind.SATELLITE),
            Map.entry("rsat", Kind.SATELLITE),
            Map.entry("bsat", Kind.SATELLITE),
            Map.entry("stsat", Kind.SATELLITE),
            Map.entry("rtsat", Kind.SATELLITE),
            Map.entry("pit", Kind.HELPER),
            Map.entry("bridge", Kind.HELPER),
            Map.entry("brg", Kind.HELPER),
            Map.entry("xts", Kind.HELPER));
    private static final Map<String, Kind> STAR_LETTERS = Map.of("d", Kind.DIMENSION, "f", Kind.FACT);
    private static final Map<String, Kind> VAULT_LETTERS = Map.of(
            "h",
            Kind.HUB,
            "l",
            Kind.LINK,
            "t",
            Kind.LINK,
            "s",
            Kind.SATELLITE,
            "ms",
            Kind.SATELLITE,
            "es",
            Kind.SATELLITE);
    private static final Set<String> NOT_GLUED = Set.of("dimension", "dimensions", "factor", "factors", "factory");

    private WarehouseNames() {}

    /** The parts of a star; empty unless at least one table calls itself a fact and one a dimension. */
    static Map<TableName, Kind> star(SourceSchema schema) {
        Map<TableName, Kind> whole = named(schema, name -> word(name, STAR_WORDS));
        if (isStar(whole.values(), 1)) {
            return whole;
        }
        Map<TableName, Kind> glued = named(schema, WarehouseNames::glued);
        if (isStar(glued.values(), 2) && isMost(glued, schema)) {
            return glued;
        }
        Map<TableName, Kind> letters = named(schema, name -> first(name, STAR_LETTERS));
        return isStar(letters.values(), 2) && isMost(letters, schema) ? letters : Map.of();
    }

    /** The parts of a vault; empty unless there is a hub and something that hangs on it. */
    static Map<TableName, Kind> vault(SourceSchema schema) {
        Map<TableName, Kind> whole = named(schema, name -> word(name, VAULT_WORDS));
        return isVault(whole.values()) ? whole : Map.of();
    }

    /** As {@link #vault}, for the short prefixes, which alone prove nothing. */
    static Map<TableName, Kind> vaultLetters(SourceSchema schema) {
        Map<TableName, Kind> letters = named(schema, name -> first(name, VAULT_LETTERS));
        return isVault(letters.values()) && isMost(letters, schema) ? letters : Map.of();
    }

    private static boolean isStar(Collection<Kind> kinds, int dimensions) {
        return kinds.contains(Kind.FACT)
                && kinds.stream().filter(kind -> kind == Kind.DIMENSION).count() >= dimensions;
    }

    private static boolean isVault(Collection<Kind> kinds) {
        return kinds.contains(Kind.HUB) && kinds.stream().anyMatch(EnumSet.of(Kind.LINK, Kind.SATELLITE)::contains);
    }

    private static boolean isMost(Map<TableName, Kind> named, SourceSchema schema) {
        return named.size() * 2 >= schema.tables().size();
    }

    private static Map<TableName, Kind> named(SourceSchema schema, Function<String, Optional<Kind>> kind) {
        Map<TableName, Kind> named = new LinkedHashMap<>();
        for (SourceTable table : schema.tables()) {
            kind.apply(table.name().table()).ifPresent(found -> named.put(table.name(), found));
        }
        return named;
    }

    private static Optional<Kind> word(String name, Map<String, Kind> words) {
        List<String> parts = Names.words(name);
        if (parts.size() < 2) {
            return Optional.empty();
        }
        return Optional.ofNullable(words.get(parts.getFirst()))
                .or(() -> Optional.ofNullable(words.get(parts.getLast())));
    }

    private static Optional<Kind> first(String name, Map<String, Kind> letters) {
        List<String> parts = Names.words(name);
        return parts.size() < 2 ? Optional.empty() : Optional.ofNullable(letters.get(parts.getFirst()));
    }

    /** Names that lost their capitals, as PostgreSQL makes factsales of FactSales. */
    private static Optional<Kind> glued(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (NOT_GLUED.contains(lower)) {
            return Optional.empty();
        }
        if (lower.startsWith("dim") && lower.length() > 5) {
            return Optional.of(Kind.DIMENSION);
        }
        return lower.startsWith("fact") && lower.length() > 6 ? Optional.of(Kind.FACT) : Optional.empty();
    }
}
