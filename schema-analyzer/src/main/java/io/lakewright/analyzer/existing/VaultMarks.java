package io.lakewright.analyzer.existing;

import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The technical columns of a vault table, by the names that its schools use (modeling.md 5.1 and the published vaults of
 * AutomateDV and datavault4dbt).
 */
record VaultMarks(Optional<String> loadDate, Optional<String> recordSource, Optional<String> hashDiff) {

    private static final Set<String> LOAD_DATES = Set.of(
            "ldts",
            "loaddts",
            "loaddate",
            "loaddatetime",
            "loaddt",
            "loadts",
            "loadtime",
            "loadtimestamp",
            "dvloaddate",
            "dvloaddatetime",
            "dvloadtimestamp",
            "dvload",
            "loadedat");
    private static final Set<String> RECORD_SOURCES =
            Set.of("rsrc", "recsrc", "recordsource", "recsource", "rs", "dvrecordsource", "dvsource");

    static VaultMarks of(SourceTable table) {
        return new VaultMarks(
                first(table, column -> LOAD_DATES.contains(flat(column))),
                first(table, column -> RECORD_SOURCES.contains(flat(column))),
                first(table, VaultMarks::isHashDiff));
    }

    /** The technical columns with what each is for. */
    Map<String, ColumnRole> roles() {
        Map<String, ColumnRole> roles = new HashMap<>();
        loadDate.ifPresent(column -> roles.put(column, ColumnRole.LOAD_DATE));
        recordSource.ifPresent(column -> roles.put(column, ColumnRole.RECORD_SOURCE));
        hashDiff.ifPresent(column -> roles.put(column, ColumnRole.HASH_DIFF));
        return roles;
    }

    /** Whether a row says when it was loaded and from where, as every row of a vault does. */
    boolean complete() {
        return loadDate.isPresent() && recordSource.isPresent();
    }

    /** Whether the column says something about the load and nothing about the business. */
    boolean isTechnical(Column column) {
        return roles().containsKey(column.name())
                || Names.words(column.name()).stream().anyMatch(Set.of("batch", "job", "process", "ghost")::contains);
    }

    /** Whether a column is named as a hash of a business key: {@code customer_hk}, {@code hk_customer}. */
    static boolean isHashKey(Column column) {
        List<String> words = Names.words(column.name());
        return words.contains("hk")
                || words.contains("hkey")
                || words.contains("hashkey")
                || words.contains("sqn")
                || words.contains("hash") && words.contains("key");
    }

    private static boolean isHashDiff(Column column) {
        List<String> words = Names.words(column.name());
        return words.contains("hashdiff")
                || words.contains("hdiff")
                || words.contains("hd")
                || words.contains("hash") && words.contains("diff");
    }

    private static Optional<String> first(SourceTable table, Predicate<Column> fits) {
        return table.columns().stream().filter(fits).map(Column::name).findFirst();
    }

    private static String flat(Column column) {
        return String.join("", Names.words(column.name()));
    }
}
