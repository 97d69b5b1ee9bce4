package io.lakewright.analyzer.read.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The comment of a table or column in a script of SQL Server: {@code EXEC sp_addextendedproperty 'MS_Description', ...}. */
record ExtendedProperty(String text, String schema, String table, Optional<String> column) {

    /** The arguments by position: name, value, then type and name of schema, table and column. */
    private static final int TABLE = 5;

    private static final int COLUMN = 7;

    static Optional<ExtendedProperty> read(DdlTokens tokens) {
        if (!tokens.accept("exec")) {
            tokens.accept("execute");
        }
        List<String> procedure = tokens.qualifiedName();
        if (procedure.isEmpty() || !procedure.getLast().equalsIgnoreCase("sp_addextendedproperty")) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        while (!tokens.done()) {
            argument(tokens.element()).ifPresent(arguments::add);
        }
        boolean described = arguments.size() > TABLE
                && arguments.getFirst().equals("MS_Description")
                && arguments.get(2).equalsIgnoreCase("schema")
                && arguments.get(4).equalsIgnoreCase("table")
                && !arguments.get(1).isBlank();
        return described
                ? Optional.of(new ExtendedProperty(
                        arguments.get(1),
                        arguments.get(3),
                        arguments.get(TABLE),
                        arguments.size() > COLUMN && arguments.get(6).equalsIgnoreCase("column")
                                ? Optional.of(arguments.get(COLUMN))
                                : Optional.empty()))
                : Optional.empty();
    }

    /** {@code @name=N'text'}, or the text alone. */
    private static Optional<String> argument(DdlTokens argument) {
        boolean named = argument.word().filter(word -> word.startsWith("@")).isPresent();
        if (named) {
            argument.identifier();
            argument.acceptSymbol('=');
        }
        return argument.string().or(argument::identifier);
    }
}
