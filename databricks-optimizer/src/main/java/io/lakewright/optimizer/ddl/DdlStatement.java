package io.lakewright.optimizer.ddl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One statement, taken apart as far as the rules need.
 *
 * @param tokens all of it
 * @param create whether it creates a table, streaming table or materialized view
 * @param name parts of the name of what it is about
 * @param columns of a CREATE, or those that an ALTER adds
 * @param constraints of a CREATE beside the columns, or the one that an ALTER adds
 * @param clustering columns of CLUSTER BY; empty also for AUTO
 * @param partitions parts of PARTITIONED BY
 * @param properties of TBLPROPERTIES
 */
record DdlStatement(
        List<Token> tokens,
        boolean create,
        List<String> name,
        List<ColumnPart> columns,
        List<ConstraintPart> constraints,
        List<String> clustering,
        List<List<Token>> partitions,
        Map<String, String> properties) {

    /**
     * A column's definition.
     *
     * @param rest everything behind its type
     */
    record ColumnPart(Token name, List<Token> type, List<Token> rest) {

        boolean has(String words) {
            return (" " + Token.words(rest) + " ").contains(" " + words + " ");
        }

        boolean isIdentity() {
            return has("AS IDENTITY");
        }

        String baseType() {
            return type.isEmpty() ? "" : type.getFirst().text().toUpperCase(Locale.ROOT);
        }

        /** What stands behind DEFAULT. */
        Optional<List<Token>> defaultValue() {
            for (int i = 0; i < rest.size(); i++) {
                boolean byDefault = i > 0 && rest.get(i - 1).is("by");
                if (rest.get(i).is("default") && !byDefault) {
                    return Optional.of(TokenLists.expression(rest, i + 1));
                }
            }
            return Optional.empty();
        }
    }

    /** A constraint with its name, where it has one. */
    record ConstraintPart(Optional<String> name, Kind kind, List<Token> body) {

        enum Kind {
            PRIMARY_KEY,
            FOREIGN_KEY,
            UNIQUE,
            CHECK
        }

        boolean has(String words) {
            return (" " + Token.words(body) + " ").contains(" " + words + " ");
        }

        /** The names in its first brackets. */
        List<String> columns() {
            return TokenLists.names(TokenLists.brackets(body, 0));
        }

        /** The columns of the parent that it refers to, empty when it names none. */
        List<String> referenced() {
            for (int i = 0; i < body.size(); i++) {
                if (body.get(i).is("references")) {
                    return TokenLists.names(TokenLists.brackets(body, i));
                }
            }
            return List.of();
        }
    }

    /** The statement in upper case with single blanks; strings stand as {@code ''}. */
    String words() {
        return Token.words(tokens);
    }

    boolean matches(String pattern) {
        return words().matches("(?s)" + pattern);
    }

    String table() {
        return String.join(".", name);
    }

    Optional<ColumnPart> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().bare().equalsIgnoreCase(columnName))
                .findFirst();
    }
}
