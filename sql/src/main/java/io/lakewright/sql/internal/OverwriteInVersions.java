package io.lakewright.sql.internal;

import io.lakewright.sql.Statement;
import io.lakewright.sql.node.Expression;
import io.lakewright.sql.node.Expressions;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.Query;
import io.lakewright.sql.node.SelectBuilder;
import io.lakewright.sql.node.SqlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Type 1 columns of a versioned dimension: the newest value is written into every version of its key. */
final class OverwriteInVersions {

    private OverwriteInVersions() {}

    static Optional<Statement> print(ModelTables tables, LoadSource source, VersionColumns columns) {
        if (columns.overwritten().isEmpty()) {
            return Optional.empty();
        }
        Map<Identifier, Expression> set = new LinkedHashMap<>();
        columns.overwritten()
                .forEach(name -> set.put(Identifier.of(name), Expressions.column(KeyedMerge.INCOMING, name)));
        Expression differs =
                Expressions.not(Expressions.sameColumns(KeyedMerge.TARGET, KeyedMerge.INCOMING, columns.overwritten()));
        Query incoming = new Query.With(
                List.of(SourceParts.source(source, columns.key())), SourceParts.onePerKey(source, columns.key()));
        return Optional.of(Statement.of(
                "Overwrite in every version what is kept without history.",
                new SqlNode.Merge(
                        tables.name(source.table()),
                        Identifier.of(KeyedMerge.TARGET),
                        SelectBuilder.inner(incoming, KeyedMerge.INCOMING),
                        Expressions.equalColumns(KeyedMerge.TARGET, KeyedMerge.INCOMING, columns.key()),
                        List.of(new SqlNode.MergeClause.Update(Optional.of(differs), set)))));
    }
}
