package io.lakewright.analyzer.read.ddl;

import io.lakewright.analyzer.read.ColumnDraft;
import io.lakewright.analyzer.read.SchemaDraft;
import io.lakewright.analyzer.read.TableDraft;
import io.lakewright.core.schema.SourceView;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Applies single statements to the draft of a schema. Every method answers false for a form it cannot read. */
final class DdlStatements {

    private final SchemaDraft draft;
    private final UserTypes types = new UserTypes();
    private final Names names;
    private final TableElements elements;
    private final TableAlterations alterations;

    DdlStatements(SchemaDraft draft, DdlDialect dialect, String sourceName) {
        this.draft = draft;
        this.names = new Names(dialect.defaultSchema().isEmpty() ? sourceName : dialect.defaultSchema());
        this.elements = new TableElements(dialect, names, types);
        this.alterations = new TableAlterations(draft, names, elements);
    }

    /** {@code SET search_path = sales, ...}: bare names that follow are in its first schema. */
    void searchPath(DdlTokens tokens) {
        tokens.accept("set");
        tokens.accept("session");
        if (tokens.accept("search_path") && (tokens.acceptSymbol('=') || tokens.accept("to"))) {
            Optional<String> schema = tokens.identifier().or(tokens::string);
            schema.filter(name -> !name.isBlank() && !name.equals("pg_catalog")).ifPresent(names::use);
        }
    }

    /** {@code USE shop}, {@code USE SCHEMA main.shop}; the database of SQL Server is no schema. */
    void use(DdlTokens tokens, DdlDialect dialect) {
        tokens.accept("use");
        boolean schema = !tokens.accept("catalog") && dialect != DdlDialect.SQL_SERVER;
        if (!tokens.accept("schema")) {
            tokens.accept("database");
        }
        List<String> name = tokens.qualifiedName();
        if (schema && !name.isEmpty()) {
            names.use(name.getLast());
        }
    }

    boolean create(DdlTokens tokens) {
        tokens.accept("create");
        boolean replace = tokens.accept("or", "replace");
        if (tokens.accept("type")) {
            return types.createType(tokens);
        }
        if (tokens.accept("domain")) {
            return types.createDomain(tokens);
        }
        if (tokens.accept("unique")) {
            return createUniqueIndex(tokens);
        }
        if (tokens.accept("temp") || tokens.accept("temporary")) {
            return true;
        }
        boolean materialized = tokens.accept("materialized");
        if (tokens.isNext("algorithm") || tokens.isNext("definer") || tokens.isNext("sql", "security")) {
            while (!tokens.done() && !tokens.isNext("view")) {
                tokens.skipOne();
            }
        }
        if (tokens.accept("view")) {
            tokens.accept("if", "not", "exists");
            names.table(tokens.qualifiedName())
                    .ifPresent(name -> draft.add(
                            new SourceView(name, tokens.nameList().orElse(List.of()), materialized, Optional.empty())));
            return true;
        }
        boolean table = tokens.accept("table")
                || tokens.accept("unlogged", "table")
                || tokens.accept("external", "table")
                || tokens.accept("foreign", "table");
        return table && createTable(tokens, replace);
    }

    private boolean createTable(DdlTokens tokens, boolean replace) {
        tokens.accept("if", "not", "exists");
        Optional<TableName> name = names.table(tokens.qualifiedName());
        if (name.isEmpty()) {
            return false;
        }
        if (tokens.accept("partition", "of")) {
            return true;
        }
        if (!tokens.isSymbolNext('(')) {
            return false;
        }
        String place = tokens.place();
        TableDraft table = new TableDraft(name.get(), place);
        for (DdlTokens element : tokens.elements()) {
            if (!element.done() && !elements.read(table, element, place)) {
                draft.warn(element.place() + ": the part \"" + element.excerpt() + "\" of table " + name.get()
                        + " cannot be read; it was left out.");
            }
        }
        options(table, tokens);
        if (table.columns.isEmpty()) {
            return false;
        }
        if (replace) {
            draft.remove(name.get());
        }
        if (!draft.add(table)) {
            draft.warn(place + ": table " + name.get() + " is created twice; the first was kept.");
        }
        return true;
    }

    /** What follows the columns: the comment of a table, and the parents whose columns it has too. */
    private void options(TableDraft table, DdlTokens tokens) {
        while (!tokens.done()) {
            if (tokens.accept("comment")) {
                tokens.acceptSymbol('=');
                table.comment = tokens.string().filter(text -> !text.isBlank());
            } else if (tokens.accept("inherits")) {
                tokens.elements().forEach(parent -> inherit(table, parent.qualifiedName()));
            } else {
                tokens.skipOne();
            }
        }
    }

    private void inherit(TableDraft table, List<String> parent) {
        names.table(parent).flatMap(draft::table).ifPresent(found -> {
            List<ColumnDraft> own = List.copyOf(table.columns.values());
            table.columns.clear();
            found.columns.values().forEach(column -> table.add(column.inherited()));
            own.forEach(column -> table.columns.put(column.name.toLowerCase(Locale.ROOT), column));
        });
    }

    /** A full unique index is a unique key; a partial one, or one over expressions, is not. */
    private boolean createUniqueIndex(DdlTokens tokens) {
        if (!tokens.accept("clustered")) {
            tokens.accept("nonclustered");
        }
        if (!tokens.accept("index")) {
            return true;
        }
        tokens.accept("concurrently");
        tokens.accept("if", "not", "exists");
        if (!tokens.accept("on")) {
            tokens.qualifiedName();
            tokens.accept("on");
        }
        tokens.accept("only");
        Optional<TableDraft> table = names.table(tokens.qualifiedName()).flatMap(draft::table);
        if (tokens.accept("using")) {
            tokens.identifier();
        }
        Optional<List<String>> columns = tokens.nameList();
        if (table.isPresent() && columns.isPresent() && !tokens.contains("where")) {
            table.get().unique.add(columns.get());
        }
        return true;
    }

    boolean alter(DdlTokens tokens) {
        return alterations.alter(tokens);
    }

    boolean comment(DdlTokens tokens) {
        tokens.accept("comment", "on");
        boolean column = tokens.accept("column");
        if (!column && !tokens.accept("table")) {
            return true;
        }
        List<String> path = tokens.qualifiedName();
        Optional<String> text =
                tokens.accept("is") ? tokens.string().filter(words -> !words.isBlank()) : Optional.empty();
        if (column && path.size() > 1) {
            names.table(path.subList(0, path.size() - 1))
                    .flatMap(draft::table)
                    .flatMap(table -> table.column(path.getLast()))
                    .ifPresent(found -> found.comment = text);
        } else if (!column) {
            names.table(path).flatMap(draft::table).ifPresent(found -> found.comment = text);
        }
        return true;
    }

    /** {@code EXEC sp_addextendedproperty}: how SQL Server scripts carry comments. */
    boolean execute(DdlTokens tokens) {
        ExtendedProperty.read(tokens)
                .ifPresent(property -> names.table(List.of(property.schema(), property.table()))
                        .flatMap(draft::table)
                        .ifPresent(table -> property.column()
                                .ifPresentOrElse(
                                        name -> table.column(name)
                                                .ifPresent(column -> column.comment = Optional.of(property.text())),
                                        () -> table.comment = Optional.of(property.text()))));
        return true;
    }

    boolean drop(DdlTokens tokens) {
        tokens.accept("drop");
        if (tokens.accept("table")) {
            tokens.accept("if", "exists");
            do {
                names.table(tokens.qualifiedName()).ifPresent(draft::remove);
            } while (tokens.acceptSymbol(','));
        }
        return true;
    }
}
