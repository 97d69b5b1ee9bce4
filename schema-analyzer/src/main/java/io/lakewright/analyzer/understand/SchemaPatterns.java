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
     * A form that names have.
     *
     * @param form the form of at least two thirds of the names; {@code mixed} where no form has so many
     * @param coverage the share, 0 to 1, of names of the most frequent form
     */
    public record Convention(String form, double coverage) {}

    /**
     * Naming conventions.
     *
     * @param tableCase snake_case, lowercase, camelCase, PascalCase, UPPER_CASE or quoted
     * @param tableNumber singular or plural
     * @param keyColumns form of primary key columns, such as {@code <table>_id}
     * @param referenceEndings with what the names of referring columns end, such as {@code _id}
     * @param tablePrefixes what the names of several tables begin with, such as {@code tbl_}, with their share
     * @param columnPrefixes whether columns carry a prefix of their table
     */
    public record Naming(
            Convention tableCase,
            Convention columnCase,
            Convention tableNumber,
            Convention keyColumns,
            Convention referenceEndings,
            List<Convention> tablePrefixes,
            boolean columnPrefixes) {
        public Naming {
            tablePrefixes = List.copyOf(tablePrefixes);
        }
    }

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
