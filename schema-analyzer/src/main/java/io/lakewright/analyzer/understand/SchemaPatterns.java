package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.TableName;
import java.util.List;

/**
 * How a schema is built.
 *
 * @param naming the conventions most of its names follow
 * @param headerDetails documents and their lines
 * @param hierarchies chains of parents and tables that refer to themselves
 */
public record SchemaPatterns(
        List<Pattern> patterns, Naming naming, List<HeaderDetail> headerDetails, List<Hierarchy> hierarchies) {

    /**
     * A pattern that was found.
     *
     * @param evidence why, in words
     */
    public record Pattern(String pattern, List<TableName> tables, String evidence, double confidence) {
        public Pattern {
            tables = List.copyOf(tables);
        }
    }

    /**
     * Naming conventions; {@code mixed} where no form is used by most.
     *
     * @param tableCase snake_case, lowercase, camelCase, PascalCase, UPPER_CASE, quoted or mixed
     * @param tableNumber singular, plural or mixed
     * @param keyColumns form of primary key columns, such as {@code <table>_id}
     * @param columnPrefixes whether columns carry a prefix of their table
     */
    public record Naming(
            String tableCase, String columnCase, String tableNumber, String keyColumns, boolean columnPrefixes) {}

    /**
     * Levels from the lowest up.
     *
     * @param via columns that lead from each level to the next
     */
    public record Hierarchy(List<TableName> levels, List<String> via, boolean selfReference) {
        public Hierarchy {
            levels = List.copyOf(levels);
            via = List.copyOf(via);
        }
    }

    public SchemaPatterns {
        patterns = List.copyOf(patterns);
        headerDetails = List.copyOf(headerDetails);
        hierarchies = List.copyOf(hierarchies);
    }
}
