package io.lakewright.sql.internal;

import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.Statement;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.SelectBuilder;
import io.lakewright.sql.node.SqlNode;
import io.lakewright.sql.node.SqlNode.MergeClause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Versions for sources that deliver several versions of a key, or late ones: the timelines of the keys in the batch are
 * made anew from stored and new versions and put in place by one MERGE. Versions that stay keep their surrogate keys.
 * Here the first version begins at its true time, or a later delivery of an earlier one could not be placed.
 */
final class Scd2TimelineLoad implements LoadPrinter {

    private final ModelTables tables;

    Scd2TimelineLoad(ModelTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Statement> print(LoadSource source) {
        if (!(source.table() instanceof TableSpec.Dimension dimension)) {
            throw new IllegalStateException(source.table().name() + " is not a dimension");
        }
        VersionColumns columns = VersionColumns.of(dimension, source);
        TimelineParts parts = new TimelineParts(tables, source, dimension, columns);
        List<String> match = Stream.concat(
                        columns.key().stream(), Stream.of(columns.history().validFrom()))
                .toList();
        return List.of(Statement.of(
                "Rebuild the timelines of the keys in this batch, in one step.",
                new SqlNode.Merge(
                        tables.name(dimension),
                        Identifier.of(KeyedMerge.TARGET),
                        SelectBuilder.inner(parts.actions(), KeyedMerge.INCOMING),
                        Expressions.equalColumns(KeyedMerge.TARGET, KeyedMerge.INCOMING, match),
                        List.of(
                                new MergeClause.Delete(Optional.of(TimelineParts.is("remove"))),
                                update(columns),
                                new MergeClause.Insert(
                                        Optional.of(TimelineParts.is("keep")),
                                        columns.insert(
                                                source,
                                                incoming(columns.history().validTo()),
                                                incoming(columns.history().current())))))));
    }

    private static MergeClause update(VersionColumns columns) {
        List<String> names = Stream.of(
                        columns.tracked().stream(),
                        columns.overwritten().stream(),
                        columns.original().stream(),
                        Stream.of(columns.history().validTo(), columns.history().current()))
                .flatMap(all -> all)
                .toList();
        Map<Identifier, Expression> set = new LinkedHashMap<>();
        names.forEach(name -> set.put(Identifier.of(name), incoming(name)));
        Expression differs = Expressions.not(Expressions.sameColumns(KeyedMerge.TARGET, KeyedMerge.INCOMING, names));
        return new MergeClause.Update(Optional.of(differs), set);
    }

    private static Expression incoming(String name) {
        return Expressions.column(KeyedMerge.INCOMING, name);
    }
}
