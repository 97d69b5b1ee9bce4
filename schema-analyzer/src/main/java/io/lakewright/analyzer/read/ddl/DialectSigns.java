package io.lakewright.analyzer.read.ddl;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells the dialect of a script by words that only one of them uses, alone or before another word or sign. One pass over
 * the first part of the script, whatever stands there.
 */
final class DialectSigns {

    private static final int LOOKED_AT = 200_000;
    private static final int LONGEST_WORD = 40;

    private static final Map<DdlDialect, List<String>> SIGNS = Map.of(
            DdlDialect.POSTGRESQL,
            List.of(
                    "search_path",
                    "nextval",
                    "pg_catalog",
                    "owner to",
                    "bytea",
                    "jsonb",
                    "timestamptz",
                    "character varying",
                    "without time",
                    "plpgsql",
                    "serial",
                    "bigserial",
                    "inherits (",
                    "partition of",
                    "alter only"),
            DdlDialect.MYSQL,
            List.of(
                    "auto_increment",
                    "engine =",
                    "unsigned",
                    "mysql dump",
                    "mariadb dump",
                    "fulltext",
                    "charset =",
                    "character_set_client",
                    "tinyint (",
                    "mediumtext",
                    "delimiter",
                    "longtext",
                    "/*!"),
            DdlDialect.SQL_SERVER,
            List.of(
                    "go",
                    "identity (",
                    "nvarchar",
                    "nchar",
                    "clustered",
                    "nonclustered",
                    "sp_addextendedproperty",
                    "ansi_nulls",
                    "quoted_identifier",
                    "datetime2",
                    "uniqueidentifier",
                    "datetimeoffset",
                    "rowguidcol",
                    "[dbo]",
                    "smalldatetime",
                    "nocheck"),
            DdlDialect.DATABRICKS,
            List.of(
                    "using delta",
                    "using iceberg",
                    "tblproperties",
                    "cluster by",
                    "struct <",
                    "array <",
                    "map <",
                    "not enforced",
                    "rely",
                    "norely",
                    "string",
                    "timestamp_ntz",
                    "use catalog",
                    "bigint comment"));

    private final Map<String, DdlDialect> dialects = new HashMap<>();
    private final Map<DdlDialect, Integer> found = new EnumMap<>(DdlDialect.class);

    private DialectSigns() {
        SIGNS.forEach((dialect, signs) -> signs.forEach(sign -> dialects.put(sign, dialect)));
    }

    /** The dialect with the most signs; PostgreSQL when there are none or as many. */
    static DdlDialect dialect(String script) {
        return new DialectSigns().read(script.substring(0, Math.min(script.length(), LOOKED_AT)));
    }

    private DdlDialect read(String script) {
        String before = "";
        int at = 0;
        while (at < script.length()) {
            char c = script.charAt(at);
            int end = at;
            while (end < script.length() && isWordPart(script.charAt(end))) {
                end++;
            }
            if (end > at) {
                String word =
                        end - at > LONGEST_WORD ? "" : script.substring(at, end).toLowerCase(Locale.ROOT);
                count(word);
                count(before + " " + word);
                before = word;
                at = end;
            } else {
                before = sign(script, at, c, before);
                at++;
            }
        }
        DdlDialect best = DdlDialect.POSTGRESQL;
        for (DdlDialect dialect : DdlDialect.values()) {
            best = found.getOrDefault(dialect, 0) > found.getOrDefault(best, 0) ? dialect : best;
        }
        return best;
    }

    private String sign(String script, int at, char c, String before) {
        if (Character.isWhitespace(c)) {
            return before;
        }
        if (script.startsWith("/*!", at)) {
            count("/*!");
        } else if (script.startsWith("[dbo]", at)) {
            count("[dbo]");
        } else if (c == '`' && startsName(script, at)) {
            // A name in backticks is of one of two; what else stands there decides which.
            found.merge(DdlDialect.MYSQL, 1, Integer::sum);
            found.merge(DdlDialect.DATABRICKS, 1, Integer::sum);
        } else if (c == '"' && startsName(script, at)) {
            found.merge(DdlDialect.POSTGRESQL, 1, Integer::sum);
        } else if (c == '[' && startsName(script, at)) {
            found.merge(DdlDialect.SQL_SERVER, 1, Integer::sum);
        }
        count(before + " " + c);
        return "";
    }

    private static boolean startsName(String script, int at) {
        return at == 0 || Character.isWhitespace(script.charAt(at - 1)) || "(,.".indexOf(script.charAt(at - 1)) >= 0;
    }

    private void count(String sign) {
        DdlDialect dialect = dialects.get(sign);
        if (dialect != null) {
            found.merge(dialect, 1, Integer::sum);
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
