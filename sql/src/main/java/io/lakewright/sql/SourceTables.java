package io.lakewright.sql;

import io.lakewright.core.Problem;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Extraction;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Target;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.core.type.LakeType.Base;
import io.lakewright.sql.internal.TextValues;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Function;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.QualifiedName;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.SelectBuilder;
import io.lakewright.sql.node.SqlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The landing tables in layer BRONZE, and their rows.
 *
 * <p>Every column may be NULL there: rows land as they come. Names that Delta refuses land with underscores. Pure.
 */
public final class SourceTables {

    private static final int ROWS_A_STATEMENT = 500;

    private SourceTables() {}

    /** Where a source table lands. */
    public static QualifiedName landing(DataModel model, TableName table) {
        Extraction extraction = model.source()
                .extraction(table)
                .orElseThrow(() -> Problem.notFound(
                                "LW-1204",
                                "The model does not say where " + table.text() + " lands.",
                                "Add the table to the extraction of the model's source.")
                        .exception());
        return QualifiedName.of(Layer.BRONZE, target(model, Layer.BRONZE), extraction.landing());
    }

    /** Where a layer stands. */
    public static Target target(DataModel model, Layer layer) {
        Target target = model.targets().get(layer);
        if (target == null) {
            throw Problem.invalid(
                            "LW-1205",
                            "The model has no catalog and schema for layer " + layer + ".",
                            "Add a target for the layer.")
                    .exception();
        }
        return target;
    }

    /** The landing table's columns by the source's name. */
    public static Map<String, Identifier> columnNames(SourceTable source) {
        Map<String, Identifier> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Column column : source.columns()) {
            Identifier wanted = Identifier.nearest(column.name());
            Identifier name = wanted;
            for (int i = 2; !taken.add(name.name().toLowerCase(Locale.ROOT)); i++) {
                name = Identifier.of(wanted.name() + "_" + i);
            }
            names.put(column.name(), name);
        }
        return names;
    }

    /** Makes the landing table of a source table. */
    public static Statement create(SourceTable source, QualifiedName landing) {
        Map<String, Identifier> names = columnNames(source);
        List<SqlNode.ColumnDefinition> columns = new ArrayList<>();
        for (Column column : source.columns()) {
            columns.add(new SqlNode.ColumnDefinition(
                    name(names, column), column.lakeType(), true, false, column.comment()));
        }
        return Statement.of(
                "Landing table of " + source.name().text() + ".",
                new SqlNode.CreateTable(
                        landing,
                        false,
                        columns,
                        Optional.empty(),
                        List.of(),
                        new SqlNode.Layout.Plain(),
                        Map.of(),
                        Optional.of("Rows of " + source.name().text() + " as they were delivered.")));
    }

    /**
     * Adds rows of text values, each cast to its landing type.
     *
     * @param columns source column names, in the order of the values
     * @return one statement for every 500 rows; none for no rows
     */
    public static List<Statement> insert(
            SourceTable source, QualifiedName landing, List<String> columns, List<List<@Nullable String>> rows) {
        List<Statement> statements = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            List<List<@Nullable String>> part = rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT));
            statements.add(insertPart(source, landing, columns, part));
        }
        return statements;
    }

    /** Replaces all rows: one statement that empties the table, then those of {@link #insert}. */
    public static List<Statement> replace(
            SourceTable source, QualifiedName landing, List<String> columns, List<List<@Nullable String>> rows) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of("Empty the landing table.", new SqlNode.DeleteAll(landing)));
        statements.addAll(insert(source, landing, columns, rows));
        return statements;
    }

    private static Statement insertPart(
            SourceTable source, QualifiedName landing, List<String> columns, List<List<@Nullable String>> rows) {
        Map<String, Identifier> names = columnNames(source);
        List<Identifier> targets = new ArrayList<>();
        List<Identifier> places = new ArrayList<>();
        List<Column> found = new ArrayList<>();
        for (String name : columns) {
            Column column = source.column(name)
                    .orElseThrow(() -> Problem.notFound(
                                    "LW-1206",
                                    source.name().text() + " has no column \"" + name + "\".",
                                    "Use the column names of the source table.")
                            .exception());
            found.add(column);
            targets.add(name(names, column));
            places.add(Identifier.of("c" + (places.size() + 1)));
        }
        List<List<Expression>> values = new ArrayList<>();
        for (List<@Nullable String> row : rows) {
            List<Expression> cells = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                String cell = row.get(i);
                cells.add(
                        cell == null
                                ? new Expression.Null()
                                : TextValues.literal(cell, found.get(i).lakeType()));
            }
            values.add(cells);
        }
        SelectBuilder select =
                SelectBuilder.from(new Query.Relation(new Query.Rows.Values(values, places), Identifier.of("v")));
        for (int i = 0; i < found.size(); i++) {
            select.select(
                    typed(Expressions.column(places.get(i).name()), found.get(i).lakeType()),
                    targets.get(i).name());
        }
        return Statement.of(
                "Rows of " + source.name().text() + ".", new SqlNode.Insert(landing, targets, select.build()));
    }

    private static Expression typed(Expression text, LakeType type) {
        return switch (type.base()) {
            case BINARY -> Expressions.call(Function.UNHEX, text);
            case ARRAY ->
                Expressions.call(
                        Function.FROM_JSON, Expressions.cast(text, LakeType.STRING), Expressions.text(type.text()));
            default -> Expressions.cast(text, type.base() == Base.STRING ? LakeType.STRING : type);
        };
    }

    private static Identifier name(Map<String, Identifier> names, Column column) {
        Identifier name = names.get(column.name());
        if (name == null) {
            throw new IllegalStateException("no name was made for " + column.name());
        }
        return name;
    }
}
