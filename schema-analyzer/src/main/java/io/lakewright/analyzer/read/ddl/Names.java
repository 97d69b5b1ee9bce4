package io.lakewright.analyzer.read.ddl;

import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Turns written names into table names; a bare name is in the schema that the script chose last. */
final class Names {

    private static final int LONGEST = 255;

    private String defaultSchema;

    Names(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    /** No database takes longer names than {@value #LONGEST} characters. */
    static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    void use(String schema) {
        defaultSchema = schema;
    }

    /** The last two parts of a name count: databases and catalogs in front say where the script ran. */
    Optional<TableName> table(List<String> parts) {
        if (parts.isEmpty() || !parts.stream().allMatch(Names::isName)) {
            return Optional.empty();
        }
        return Optional.of(
                parts.size() == 1
                        ? new TableName(defaultSchema, parts.getLast())
                        : new TableName(parts.get(parts.size() - 2), parts.getLast()));
    }
}
