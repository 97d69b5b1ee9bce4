package io.lakewright.core.check;

import io.lakewright.core.Copies;
import io.lakewright.core.edit.ModelEdit;
import java.util.List;
import java.util.Optional;

/**
 * One thing a rule has to say.
 *
 * @param code stable short code, such as {@code LC_RECOMMENDED} or {@code K01}
 * @param rule id of the rule in the fact base, such as {@code L-09}
 * @param fix edits that would settle it, empty when a person must decide
 */
public record Finding(
        String code,
        Severity severity,
        String message,
        Optional<String> table,
        Optional<String> column,
        String rule,
        List<ModelEdit> fix) {

    public Finding {
        table = Copies.optional(table);
        column = Copies.optional(column);
        fix = Copies.list(fix);
    }

    public static Finding of(Severity severity, String code, String rule, String message) {
        return new Finding(code, severity, message, Optional.empty(), Optional.empty(), rule, List.of());
    }

    public Finding on(String tableName) {
        return new Finding(code, severity, message, Optional.of(tableName), column, rule, fix);
    }

    public Finding on(String tableName, String columnName) {
        return new Finding(code, severity, message, Optional.of(tableName), Optional.of(columnName), rule, fix);
    }

    public Finding fixedBy(List<ModelEdit> edits) {
        return new Finding(code, severity, message, table, column, rule, edits);
    }
}
