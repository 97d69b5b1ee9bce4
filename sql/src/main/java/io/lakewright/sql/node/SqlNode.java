package io.lakewright.sql.node;

import io.lakewright.core.Copies;
import io.lakewright.core.model.Layer;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One statement. */
public sealed interface SqlNode {

    record CreateSchema(Layer layer, Identifier catalog, Identifier schema, Optional<String> comment)
            implements SqlNode {
        public CreateSchema {
            QualifiedName.place(catalog);
            QualifiedName.place(schema);
        }
    }

    /** @param usingDelta names the format, which Databricks does not need and open-source Spark does */
    record CreateTable(
            QualifiedName table,
            boolean usingDelta,
            List<ColumnDefinition> columns,
            Optional<Key> primaryKey,
            List<ForeignKeyClause> foreignKeys,
            Layout layout,
            Map<String, String> properties,
            Optional<String> comment)
            implements SqlNode {
        public CreateTable {
            columns = Copies.list(columns);
            foreignKeys = Copies.list(foreignKeys);
            properties = Copies.map(properties);
        }
    }

    /** @param identity numbered by the table, from 1, unless the writer gives a value */
    record ColumnDefinition(
            Identifier name, LakeType type, boolean nullable, boolean identity, Optional<String> comment) {}

    record Key(Identifier name, List<Identifier> columns) {
        public Key {
            columns = List.copyOf(columns);
        }
    }

    record ForeignKeyClause(Key key, QualifiedName parent, List<Identifier> parentColumns) {
        public ForeignKeyClause {
            parentColumns = List.copyOf(parentColumns);
        }
    }

    /** How a table lies in files. A table is never partitioned and clustered at once. */
    sealed interface Layout {
        record Plain() implements Layout {}

        record Automatic() implements Layout {}

        record Clustered(List<Identifier> columns) implements Layout {
            public Clustered {
                columns = List.copyOf(columns);
            }
        }

        record Partitioned(List<Identifier> columns) implements Layout {
            public Partitioned {
                columns = List.copyOf(columns);
            }
        }
    }

    record DropConstraint(QualifiedName table, Identifier name, boolean foreignKey) implements SqlNode {}

    record AddForeignKey(QualifiedName table, ForeignKeyClause clause) implements SqlNode {}

    record AddCheck(QualifiedName table, Identifier name, Expression condition) implements SqlNode {}

    record SetColumnTags(QualifiedName table, Identifier column, Map<String, String> tags) implements SqlNode {
        public SetColumnTags {
            tags = Copies.map(tags);
        }
    }

    record Merge(
            QualifiedName target,
            Identifier alias,
            Query.Relation source,
            List<Expression> on,
            List<MergeClause> clauses)
            implements SqlNode {
        public Merge {
            on = List.copyOf(on);
            clauses = List.copyOf(clauses);
        }
    }

    /** What a MERGE does with a row. */
    sealed interface MergeClause {
        Optional<Expression> condition();

        record Update(Optional<Expression> condition, Map<Identifier, Expression> assignments) implements MergeClause {
            public Update {
                assignments = Copies.map(assignments);
            }
        }

        record Delete(Optional<Expression> condition) implements MergeClause {}

        record Insert(Optional<Expression> condition, Map<Identifier, Expression> values) implements MergeClause {
            public Insert {
                values = Copies.map(values);
            }
        }
    }

    record Insert(QualifiedName table, List<Identifier> columns, Query query) implements SqlNode {
        public Insert {
            columns = List.copyOf(columns);
        }
    }

    /** Removes every row. */
    record DeleteAll(QualifiedName table) implements SqlNode {}

    record Ask(Query query) implements SqlNode {}
}
