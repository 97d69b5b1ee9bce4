package io.lakewright.analyzer.read.ddl;

import io.lakewright.core.type.DatabricksTypes;
import io.lakewright.core.type.LakeType;
import io.lakewright.core.type.MySqlTypes;
import io.lakewright.core.type.PostgresTypes;
import io.lakewright.core.type.SqlServerTypes;
import java.util.Locale;

/** How a database writes its scripts, as far as reading tables and keys needs to know. */
public enum DdlDialect {
    POSTGRESQL("PostgreSQL", "public"),
    MYSQL("MySQL", ""),
    SQL_SERVER("SQL Server", "dbo"),
    DATABRICKS("Databricks", "default");

    private final String label;
    private final String defaultSchema;

    DdlDialect(String label, String defaultSchema) {
        this.label = label;
        this.defaultSchema = defaultSchema;
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
        return this == POSTGRESQL ? word.toLowerCase(Locale.ROOT) : word;
    }

    /** A type as the catalog would print it. */
    String type(String written) {
        return this == POSTGRESQL ? PostgresTypeNames.canonical(written) : TypeText.lower(written);
    }

    LakeType lakeType(String type) {
        return switch (this) {
            case POSTGRESQL -> PostgresTypes.toLakeType(type);
            case MYSQL -> MySqlTypes.toLakeType(type);
            case SQL_SERVER -> SqlServerTypes.toLakeType(type);
            case DATABRICKS -> DatabricksTypes.toLakeType(type);
        };
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
