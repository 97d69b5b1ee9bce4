package io.lakewright.analyzer.read.ddl;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spells a PostgreSQL type as its catalog prints it, so that {@code varchar(50)} of a script and {@code character
 * varying(50)} of a database are the same type.
 */
public final class PostgresTypeNames {

    private static final Pattern FORM = Pattern.compile(
            "([a-z][a-z0-9_ ]*?)\\s*(\\([^)]*\\))?(\\s+(?:with|without) time zone)?\\s*((?:\\[\\d*])*)");

    /** What the catalog leaves out in front of a type, since it is found without. */
    private static final Pattern VISIBLE = Pattern.compile("^(?:pg_catalog|public)\\.", Pattern.CASE_INSENSITIVE);

    /** Quotes that change nothing; {@code "char"} is another type than {@code char}. */
    private static final Pattern NEEDLESS_QUOTES = Pattern.compile("\"(?!char\")([a-z_][a-z0-9_]*)\"");

    private static final Map<String, String> CATALOG_NAMES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int8", "bigint"),
            Map.entry("serial", "integer"),
            Map.entry("serial4", "integer"),
            Map.entry("bigserial", "bigint"),
            Map.entry("serial8", "bigint"),
            Map.entry("smallserial", "smallint"),
            Map.entry("serial2", "smallint"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("float", "double precision"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("varbit", "bit varying"));

    private PostgresTypeNames() {}

    /** Whether a sequence fills columns of the type. */
    public static boolean isSerial(String written) {
        String form = written.strip().toLowerCase(Locale.ROOT);
        return form.startsWith("serial") || form.startsWith("bigserial") || form.startsWith("smallserial");
    }

    /** The type as the catalog prints it; what is no PostgreSQL type comes back as it is. */
    public static String canonical(String written) {
        String bare = VISIBLE.matcher(NEEDLESS_QUOTES.matcher(written.strip()).replaceAll("$1"))
                .replaceFirst("");
        Matcher parts = FORM.matcher(bare.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        if (!parts.matches()) {
            return bare;
        }
        String name = CATALOG_NAMES.getOrDefault(parts.group(1), parts.group(1));
        String arguments = parts.group(2) == null ? "" : parts.group(2).replace(" ", "");
        String zone = parts.group(3) == null ? "" : " " + parts.group(3).strip();
        if (name.equals("character") && arguments.isEmpty()) {
            arguments = "(1)";
        }
        if (name.equals("double precision") || name.equals("numeric") && arguments.isEmpty()) {
            arguments = "";
        }
        if (name.equals("timestamp") || name.equals("time")) {
            zone = zone.isEmpty() ? " without time zone" : zone;
        } else if (name.endsWith(" with time zone") && !arguments.isEmpty()) {
            zone = " with time zone";
            name = name.substring(0, name.length() - zone.length());
        }
        return name + arguments + zone + (parts.group(4).isEmpty() ? "" : "[]");
    }
}
