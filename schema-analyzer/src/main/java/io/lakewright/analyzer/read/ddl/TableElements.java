package io.lakewright.analyzer.read.ddl;

import io.lakewright.analyzer.read.ColumnDraft;
import io.lakewright.analyzer.read.TableDraft;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a table: columns with their options, and keys. */
final class TableElements {

    /** What a user-defined type stands for: its base type, and whether it excludes NULL. */
    record TypeAlias(String base, boolean notNull) {}

    private final DdlDialect dialect;
    private final Names names;
    private final Map<String, TypeAlias> types;

    TableElements(DdlDialect dialect, Names names, Map<String, TypeAlias> types) {
        this.dialect = dialect;
        this.names = names;
        this.types = types;
    }

    /** Adds a column or a key to the table; false when the element cannot be read. */
    boolean read(TableDraft table, DdlTokens element, String place) {
        if (element.accept("constraint")) {
            if (!isConstraint(element)) {
                element.identifier();
            }
            return key(table, element, place);
        }
        return isConstraint(element) ? key(table, element, place) : column(table, element, place);
    }

    /** Whether the element is no column. In PostgreSQL a column may be called key or index, in the others only quoted. */
    private boolean isConstraint(DdlTokens element) {
        boolean indexes = dialect == DdlDialect.MYSQL || dialect == DdlDialect.SQL_SERVER;
        return element.isNext("primary", "key")
                || element.isNext("foreign", "key")
                || element.isNext("unique")
                || element.isNext("check")
                || element.isNext("exclude", "using")
                || element.isNext("like")
                || element.isNext("not", "null")
                || element.isNext("period", "for")
                || indexes
                        && (element.isNext("key")
                                || element.isNext("index")
                                || element.isNext("fulltext")
                                || element.isNext("spatial"));
    }

    /** Reads a key of the table; checks and indexes that are no keys are passed over. */
    boolean key(TableDraft table, DdlTokens element, String place) {
        if (element.accept("primary", "key")) {
            toColumns(element);
            Optional<List<String>> columns = element.nameList();
            columns.ifPresent(found -> table.primaryKey = found);
            return columns.isPresent() || element.accept("using");
        }
        if (element.accept("foreign", "key")) {
            if (!element.isSymbolNext('(')) {
                element.identifier();
            }
            return foreignKey(table, element, place);
        }
        if (element.accept("unique")) {
            toColumns(element);
            element.nameList().ifPresent(table.unique::add);
        }
        return true;
    }

    /** Moves over what may stand between the kind of a key and its columns: an index name, its form. */
    private static void toColumns(DdlTokens element) {
        while (!element.done() && !element.isSymbolNext('(') && !element.isNext("using", "index")) {
            element.skipOne();
        }
    }

    private boolean foreignKey(TableDraft table, DdlTokens element, String place) {
        Optional<List<String>> columns = element.nameList();
        return columns.isPresent() && element.accept("references") && references(table, columns.get(), element, place);
    }

    private boolean references(TableDraft table, List<String> columns, DdlTokens element, String place) {
        element.accept("only");
        Optional<TableName> target = names.table(element.qualifiedName());
        List<String> targetColumns = element.nameList().orElse(List.of());
        target.ifPresent(found -> table.references.add(new TableDraft.Reference(columns, found, targetColumns, place)));
        return target.isPresent();
    }

    private boolean column(TableDraft table, DdlTokens element, String place) {
        Optional<String> name = element.identifier().filter(Names::isName);
        if (name.isEmpty()) {
            return false;
        }
        boolean computed = element.isNext("as") && dialect == DdlDialect.SQL_SERVER;
        String written = computed ? "computed" : ColumnType.read(element);
        if (written.isEmpty()) {
            return false;
        }
        ColumnDraft column = typed(name.get(), written);
        column.generated = computed;
        while (!element.done()) {
            option(element, column, table, place);
        }
        return table.add(column);
    }

    /** The type under a user-defined one, also of the elements of an array; any other type as the catalog prints it. */
    TypeAlias resolved(String written) {
        int brackets = dialect == DdlDialect.POSTGRESQL ? written.indexOf('[') : -1;
        String element = brackets < 0 ? written : written.substring(0, brackets);
        @Nullable TypeAlias alias = types.get(TypeText.lower(element.replace("\"", "")));
        if (alias == null) {
            return new TypeAlias(dialect.type(written), false);
        }
        return brackets < 0 ? alias : new TypeAlias(alias.base() + "[]", false);
    }

    private ColumnDraft typed(String name, String written) {
        TypeAlias alias = resolved(written);
        ColumnDraft column = new ColumnDraft(name, alias.base(), dialect.lakeType(alias.base()));
        column.nullable = !alias.notNull();
        if (dialect == DdlDialect.POSTGRESQL && PostgresTypeNames.isSerial(written)) {
            column.identity = true;
            column.nullable = false;
        }
        return column;
    }

    /** One option of a column; what says nothing about tables and keys, such as a default, is passed over. */
    private void option(DdlTokens tokens, ColumnDraft column, TableDraft table, String place) {
        if (tokens.accept("not", "null")) {
            column.nullable = false;
        } else if (tokens.accept("primary", "key")) {
            table.primaryKey = List.of(column.name);
        } else if (tokens.accept("unique")) {
            tokens.accept("key");
            table.unique.add(List.of(column.name));
        } else if (tokens.accept("references")) {
            references(table, List.of(column.name), tokens, place);
        } else if (tokens.accept("auto_increment") || isIdentity(tokens)) {
            column.identity = true;
            column.nullable = false;
        } else if (tokens.accept("generated", "always", "as") || dialect == DdlDialect.MYSQL && tokens.accept("as")) {
            column.generated = true;
        } else if (tokens.accept("default", "nextval")) {
            column.identity = true;
        } else if (tokens.accept("comment")) {
            column.comment = tokens.string().filter(text -> !text.isBlank());
        } else if (tokens.accept("constraint") || tokens.accept("collate")) {
            tokens.identifier();
        } else {
            tokens.skipOne();
        }
    }

    private boolean isIdentity(DdlTokens tokens) {
        return tokens.accept("generated", "always", "as", "identity")
                || tokens.accept("generated", "by", "default", "as", "identity")
                || dialect == DdlDialect.SQL_SERVER && tokens.accept("identity");
    }
}
