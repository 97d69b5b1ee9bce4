package io.lakewright.generator.vault;

import io.lakewright.generator.design.Deviation;
import java.util.List;

/** Where a vault does otherwise than is often advised, and why. */
final class VaultDeviations {

    private VaultDeviations() {}

    static List<Deviation> all() {
        return List.of(
                new Deviation(
                        "BIGINT sequence or identity columns as hub keys",
                        "hash keys of type STRING",
                        "DV-01",
                        "An identity column allows one writer only, forces lookups and differs between environments."),
                new Deviation(
                        "partition by load_date",
                        "no partitions; liquid clustering where it pays",
                        "P-01",
                        "Below 1 TB partitions make many small files, and PARTITIONED BY cannot stand beside CLUSTER BY."),
                new Deviation(
                        "10x faster joins by clustering on hub keys",
                        "no such promise",
                        "X-05",
                        "A join of whole tables by hash skips no files; only selective reads gain."),
                new Deviation(
                        "load_end_date in satellites",
                        "the end of a version is read from the next one",
                        "D07",
                        "Raw vault rows are never updated."),
                new Deviation(
                        "Change Data Feed on every table",
                        "not switched on",
                        "T-01",
                        "Insert-only tables need none, and it pays only where a consumer reads changes."));
    }
}
