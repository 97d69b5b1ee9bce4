package io.lakewright.core.edit;

import io.lakewright.core.Copies;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.Target;
import io.lakewright.core.schema.TableName;
import java.util.List;
import java.util.Optional;

/** One typed change to a model. {@code table} is a table id or name. The vocabulary of chat, canvas and advice. */
public sealed interface ModelEdit {

    /** Changes how a dimension treats changed attributes, columns and load with it. */
    record SetScdType(String table, ScdType scdType) implements ModelEdit {}

    /** Carries one more column of a source table, joined along the foreign keys if need be. */
    record AddColumn(String table, TableName sourceTable, String sourceColumn, Optional<String> name)
            implements ModelEdit {
        public AddColumn {
            name = Copies.optional(name);
        }
    }

    record DropColumn(String table, String column) implements ModelEdit {}

    record RenameTable(String table, String name) implements ModelEdit {}

    record RenameColumn(String table, String column, String name) implements ModelEdit {}

    /** Sets the comment of a table or, if given, of one of its columns. */
    record SetComment(String table, Optional<String> column, String comment) implements ModelEdit {
        public SetComment {
            column = Copies.optional(column);
        }
    }

    /** Sets liquid clustering: named columns, or automatic. */
    record SetClustering(String table, List<String> columns, boolean automatic) implements ModelEdit {
        public SetClustering {
            columns = Copies.list(columns);
        }
    }

    record SetPartitioning(String table, List<String> columns) implements ModelEdit {
        public SetPartitioning {
            columns = Copies.list(columns);
        }
    }

    /** Sets a table property, or removes it when no value is given. */
    record SetProperty(String table, String property, Optional<String> value) implements ModelEdit {
        public SetProperty {
            value = Copies.optional(value);
        }
    }

    record DropTable(String table) implements ModelEdit {}

    /** Moves a layer to another catalog and schema. */
    record SetTarget(Layer layer, Target target) implements ModelEdit {}
}
