package io.lakewright.core.model;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Optional;

/**
 * What enters a table's hash.
 *
 * @param inputs target columns or, for a link, hash keys' business keys in declared order; new ones are appended
 * @param drivingKey of an effectivity satellite
 * @param childKey dependent child key of a link or satellite
 */
public record Hash(HashProfile profile, List<String> inputs, Optional<String> drivingKey, Optional<String> childKey) {
    public Hash {
        inputs = Copies.list(inputs);
        drivingKey = Copies.optional(drivingKey);
        childKey = Copies.optional(childKey);
    }
}
