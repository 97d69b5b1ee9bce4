package io.lakewright.core.model;

import io.lakewright.core.Copies;
import java.util.List;

/** What one row of a fact stands for, in words and as target columns that identify it. */
public record Grain(String words, List<String> columns) {
    public Grain {
        columns = Copies.list(columns);
    }
}
