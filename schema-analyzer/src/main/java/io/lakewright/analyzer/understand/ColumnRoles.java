package io.lakewright.analyzer.understand;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The role of every column of one table; first rule that fits wins (modeling.md 4.3 step 3). */
public final class ColumnRoles {

    private static final Set<String> NOT_ADDED_UP = Set.of(
            "year",
            "month",
            "day",
            "quarter",
            "week",
            "hour",
            "version",
            "line",
            "linenumber",
            "number",
            "no",
            "nr",
            "sequence",
            "seq",
            "latitude",
            "longitude",
            "lat",
            "lng",
            "lon",
            "zip",
            "zipcode",
            "postal",
            "postalcode",
            "rank",
            "ordinal",
            "sort",
            "sortorder",
            "position",
            "phone",
            "fax",
            "level",
            "revision",
            "revisionnumber",
            "extension",
            "node",
            "via",
            "age",
            "id",
            "key",
            "code",
            "ssn",
            "operationsequence",
            "bomlevel",
            "checksum",
            "hash",
            "port",
            "status",
            "priority",
            "shippriority",
            "flag",
            "type",
            "class",
            "bin",
            "rating",
            "grade");
    private static final Set<String> DOCUMENT_TYPES = Set.of("bytea", "json", "jsonb", "xml", "tsvector", "hstore");

    private final Map<String, SourceRole> roles = new LinkedHashMap<>();

    private ColumnRoles() {}

    /** @param foreignKeyColumns columns of declared and inferred foreign keys */
    public static ColumnRoles of(SourceTable table, Set<String> foreignKeyColumns) {
        ColumnRoles result = new ColumnRoles();
        String prefix = NameParts.columnPrefix(table);
        DateRoles dates = DateRoles.of(table, prefix);
        for (Column column : table.columns()) {
            result.roles.put(column.name(), role(table, column, prefix, foreignKeyColumns, dates));
        }
        return result;
    }

    public SourceRole role(String column) {
        return roles.getOrDefault(column, SourceRole.TEXT);
    }

    /** Columns with one of the roles, in the order of the table. */
    public List<String> with(SourceRole... wanted) {
        List<SourceRole> all = List.of(wanted);
        return roles.entrySet().stream()
                .filter(entry -> all.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    public boolean has(SourceRole wanted) {
        return roles.containsValue(wanted);
    }

    private static SourceRole role(
            SourceTable table, Column column, String prefix, Set<String> foreignKeyColumns, DateRoles dates) {
        String name = column.name();
        if (foreignKeyColumns.contains(name)) {
            return table.primaryKey().size() == 1 && table.isPrimaryKeyColumn(name)
                    ? SourceRole.PRIMARY_KEY
                    : SourceRole.FOREIGN_KEY;
        }
        if (column.lakeType().isTemporal()) {
            return dates.role(column);
        }
        if (table.isPrimaryKeyColumn(name)) {
            return SourceRole.PRIMARY_KEY;
        }
        String type = column.type().toLowerCase(Locale.ROOT);
        if (DOCUMENT_TYPES.contains(type) || column.lakeType().base() == LakeType.Base.BINARY) {
            return SourceRole.DOCUMENT;
        }
        if (table.isKey(List.of(name))) {
            return SourceRole.BUSINESS_KEY;
        }
        if (isFlag(column, type)) {
            return SourceRole.FLAG;
        }
        if (column.lakeType().isNumeric()) {
            return isMeasure(name, prefix) ? SourceRole.MEASURE : SourceRole.IDENTIFIER;
        }
        return isCode(column, NameParts.bare(name, prefix)) ? SourceRole.CODE : SourceRole.TEXT;
    }

    private static boolean isFlag(Column column, String type) {
        if (column.lakeType().base() == LakeType.Base.BOOLEAN || type.equals("character(1)")) {
            return true;
        }
        List<String> words = Names.words(column.name());
        boolean named = !words.isEmpty()
                && (words.getFirst().equals("is")
                        || words.getFirst().equals("has")
                        || words.getLast().equals("flag")
                        || words.getLast().equals("active"));
        return named && column.profile().flatMap(ColumnProfile::distinctCount).orElse(2L) <= 2;
    }

    /** Whether a numeric column that is no key is something to add up or average. */
    static boolean isMeasure(String name, String prefix) {
        String bare = NameParts.bare(name, prefix);
        if (NOT_ADDED_UP.contains(bare)) {
            return false;
        }
        List<String> words = Names.words(name);
        @Nullable String last = words.isEmpty() ? null : words.getLast();
        if (last != null && NOT_ADDED_UP.contains(last) && words.size() > 1) {
            return false;
        }
        return !(bare.endsWith("id") && !bare.endsWith("paid") && !bare.endsWith("bid"))
                && !bare.endsWith("key")
                && !bare.endsWith("code")
                && !bare.endsWith("year")
                && !bare.endsWith("number")
                && !bare.endsWith("latitude")
                && !bare.endsWith("longitude");
    }

    private static boolean isCode(Column column, String bare) {
        Optional<Long> distinct = column.profile().flatMap(ColumnProfile::distinctCount);
        return distinct.filter(count -> count <= 50).isPresent()
                || bare.endsWith("code")
                || bare.endsWith("type")
                || bare.endsWith("status")
                || bare.endsWith("class")
                || bare.endsWith("category")
                || bare.endsWith("priority")
                || bare.endsWith("mode");
    }
}
