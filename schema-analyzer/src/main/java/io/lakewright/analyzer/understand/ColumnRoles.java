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
    private static final Set<String> START_WORDS = Set.of("start", "from", "begin", "effective", "since");
    private static final Set<String> END_WORDS =
            Set.of("end", "to", "until", "thru", "through", "expiry", "expires", "expiration", "termination");
    private static final Set<String> DOCUMENT_TYPES = Set.of("bytea", "json", "jsonb", "xml", "tsvector", "hstore");

    private final Map<String, SourceRole> roles = new LinkedHashMap<>();

    private ColumnRoles() {}

    /** @param foreignKeyColumns columns of declared and inferred foreign keys */
    public static ColumnRoles of(SourceTable table, Set<String> foreignKeyColumns) {
        ColumnRoles result = new ColumnRoles();
        String prefix = NameParts.columnPrefix(table);
        boolean validity = hasValidityPair(table, prefix);
        for (Column column : table.columns()) {
            result.roles.put(column.name(), role(table, column, prefix, foreignKeyColumns, validity));
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

    /** Whether values of the column may tell something about a person; such values are not shown (threats.md row 45). */
    public static boolean isPersonal(String column) {
        String flat = NameParts.flat(column);
        return NameParts.containsAny(
                        flat,
                        "email",
                        "mail",
                        "phone",
                        "mobile",
                        "fax",
                        "birth",
                        "ssn",
                        "passport",
                        "firstname",
                        "lastname",
                        "middlename",
                        "fullname",
                        "surname",
                        "givenname",
                        "iban",
                        "cardnumber",
                        "accountnumber",
                        "password",
                        "passwd",
                        "secret",
                        "token",
                        "addressline",
                        "street",
                        "nationalid",
                        "taxid",
                        "salary",
                        "latitude",
                        "longitude",
                        "ipaddress")
                || flat.equals("username")
                || flat.equals("login");
    }

    private static SourceRole role(
            SourceTable table, Column column, String prefix, Set<String> foreignKeyColumns, boolean validity) {
        String name = column.name();
        if (foreignKeyColumns.contains(name)) {
            return table.primaryKey().size() == 1 && table.isPrimaryKeyColumn(name)
                    ? SourceRole.PRIMARY_KEY
                    : SourceRole.FOREIGN_KEY;
        }
        if (column.lakeType().isTemporal()) {
            return dateRole(column, NameParts.bare(name, prefix), validity, table);
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

    private static SourceRole dateRole(Column column, String bare, boolean validity, SourceTable table) {
        if (NameParts.containsAny(
                bare,
                "creat",
                "updat",
                "modif",
                "insert",
                "delet",
                "birth",
                "hire",
                "dob",
                "loaded",
                "synced",
                "lastlogin",
                "lastseen",
                "registered",
                "lastchange",
                "openedon",
                "founded",
                "established",
                "joined")) {
            return SourceRole.AUDIT_DATE;
        }
        if (NameParts.containsAny(bare, "discontinu", "retired", "obsolete")) {
            // The end of a thing's life, not an event that is counted.
            return validity ? SourceRole.VALIDITY_END : SourceRole.AUDIT_DATE;
        }
        if (validity && isStart(column.name(), bare)) {
            return SourceRole.VALIDITY_START;
        }
        if (validity && isEnd(column.name(), bare)) {
            return SourceRole.VALIDITY_END;
        }
        return table.isKey(List.of(column.name())) ? SourceRole.PRIMARY_KEY : SourceRole.EVENT_DATE;
    }

    /** A start and an end date, and no third date that would make them milestones of an event. */
    private static boolean hasValidityPair(SourceTable table, String prefix) {
        int starts = 0;
        int ends = 0;
        int others = 0;
        for (Column column : table.columns()) {
            if (!column.lakeType().isTemporal()) {
                continue;
            }
            String bare = NameParts.bare(column.name(), prefix);
            if (NameParts.containsAny(bare, "creat", "updat", "modif", "insert", "delet", "birth", "hire", "dob")) {
                continue;
            }
            if (isStart(column.name(), bare)) {
                starts++;
            } else if (isEnd(column.name(), bare)) {
                ends++;
            } else if (!bare.startsWith("discontinu")) {
                others++;
            }
        }
        return starts > 0 && ends > 0 && others == 0;
    }

    private static boolean isStart(String name, String bare) {
        return Names.words(name).stream().anyMatch(START_WORDS::contains)
                || NameParts.containsAny(bare, "startdate", "validfrom", "fromdate", "effectivedate");
    }

    private static boolean isEnd(String name, String bare) {
        return Names.words(name).stream().anyMatch(END_WORDS::contains)
                || NameParts.containsAny(bare, "enddate", "validto", "todate", "expirydate");
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
