package io.lakewright.databricks;

import java.util.List;

/** A declared key. Databricks enforces none of them; they say what is meant. */
public sealed interface LakeKey {

    List<String> columns();

    record Primary(List<String> columns) implements LakeKey {
        public Primary {
            columns = List.copyOf(columns);
        }
    }

    record Unique(List<String> columns) implements LakeKey {
        public Unique {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param parent {@code catalog.schema.table}, as a list of its three parts
     * @param parentColumns paired with the columns; empty means the parent's primary key
     */
    record Foreign(List<String> columns, List<String> parent, List<String> parentColumns) implements LakeKey {
        public Foreign {
            columns = List.copyOf(columns);
            parent = List.copyOf(parent);
            parentColumns = List.copyOf(parentColumns);
        }
    }
}
