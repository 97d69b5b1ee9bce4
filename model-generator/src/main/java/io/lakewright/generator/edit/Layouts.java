package io.lakewright.generator.edit;

import io.lakewright.core.model.Physical;
import java.util.List;

/** Changes of physical layouts that several edits need. */
final class Layouts {

    private Layouts() {}

    /** The layout without these columns. */
    static Physical without(Physical physical, List<String> gone) {
        return new Physical(
                physical.clustering().stream().filter(c -> !gone.contains(c)).toList(),
                physical.automaticClustering(),
                physical.partitioning().stream().filter(c -> !gone.contains(c)).toList(),
                physical.properties());
    }
}
