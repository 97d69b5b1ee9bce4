package io.lakewright.analyzer.read.ddl;

import io.lakewright.core.type.DatabricksTypes;
import io.lakewright.core.type.LakeType;
import io.lakewright.core.type.MySqlTypes;
import io.lakewright.core.type.PostgresTypes;
import io.lakewright.core.type.SqlServerTypes;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How a database writes its scripts, as far as reading tables and keys needs to know. */
public enum DdlDialect {
    POSTGRESQL("PostgreSQL", "public", true, PostgresTypeNames::canonical, PostgresTypes::toLakeType),
    MYSQL("MySQL", "", false, TypeText::lower, MySqlTypes::toLakeType),
    SQL_SERVER("SQL Server", "dbo", false, TypeText::lower, SqlServerTypes::toLakeType),
    DATABRICKS("Databricks", "default", false, TypeText::lower, DatabricksTypes::toLakeType);

    private final String label;
    private final String defaultSchema;
    private final boolean folding;
    private final UnaryOperator<String> typeText;
    private final Function<String, LakeType> lakeType;

    DdlDialect(
            String label,
            String defaultSchema,
            boolean folding,
            UnaryOperator<String> typeText,
            Function<String, LakeType> lakeType) {
        this.label = label;
        this.defaultSchema = defaultSchema;
        this.folding = folding;
        this.typeText = typeText;
        this.lakeType = lakeType;
    }

    /** The dialect that a script is written in, by the words it uses; in doubt PostgreSQL. */
    public static DdlDialect of(String script) {
        return DialectSigns.dialect(script);
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** The schema of a bare name; empty where the database itself is the schema. */
    String defaultSchema() {
        return defaultSchema;
    }

    /** An unquoted name as the catalog would hold it. */
    String folded(String word) {
        return folding ? word.toLowerCase(Locale.ROOT) : word;
    }

    /** A type as the catalog would print it. */
    String type(String written) {
        return typeText.apply(written);
    }

    LakeType lakeType(String type) {
        return lakeType.apply(type);
    }

    boolean hasBackslashEscapes() {
        return this == MYSQL || this == DATABRICKS;
    }

    boolean hasBacktickNames() {
        return this == MYSQL || this == DATABRICKS;
    }

    boolean hasBracketNames() {
        return this == SQL_SERVER;
    }

    /** Whether double quotes hold names; else they hold strings. */
    boolean hasDoubleQuotedNames() {
        return this == POSTGRESQL || this == SQL_SERVER;
    }

    boolean nestsComments() {
        return this != MYSQL;
    }

    boolean hasAngleBrackets() {
        return this == DATABRICKS;
    }
}
