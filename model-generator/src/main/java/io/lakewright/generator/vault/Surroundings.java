package io.lakewright.generator.vault;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.core.schema.PersonalData;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the schema around the tables of a vault.
 *
 * @param leftOut tables that the user does not want
 * @param businessKeys the keys that the user named, also of tables out of scope
 */
record Surroundings(
        SchemaUnderstanding understanding, Set<TableName> leftOut, Map<TableName, List<String>> businessKeys) {

    SourceSchema schema() {
        return understanding.schema();
    }

    boolean isLeftOut(TableName table) {
        return leftOut.contains(table);
    }

    /** The key by which the rows of a table are known. */
    Optional<List<String>> identity(SourceTable table) {
        List<String> named = businessKeys.getOrDefault(table.name(), List.of());
        return named.isEmpty() ? VaultPlan.identity(table) : Optional.of(named);
    }

    /** Whether the table is a short list of codes (D28, dv.ref_table); one of persons never is. */
    boolean isCodeList(TableName name) {
        return understanding.classOf(name).isCodeList()
                && schema().table(name).stream()
                        .flatMap(table -> table.columns().stream().map(c -> PersonalData.reason(table, c)))
                        .noneMatch(Optional::isPresent);
    }
}
