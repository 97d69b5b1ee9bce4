package io.lakewright.core.schema;

import io.lakewright.core.Copies;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Optional;

/**
 * One column of a source table.
 *
 * @param type the type as the source spells it
 * @param lakeType the Databricks type in which it lands
 * @param identity filled by a sequence or identity of the source
 * @param generated computed by the source from other columns
 * @param profile what is known of its values
 * @param labels the labels of its enumeration in their order, which are all the values that it can hold; empty for
 *     every other column
 */
public record Column(
        String name,
        String type,
        LakeType lakeType,
        boolean nullable,
        boolean identity,
        boolean generated,
        Optional<String> comment,
        Optional<ColumnProfile> profile,
        List<String> labels) {

    public Column {
        labels = Copies.list(labels);
        comment = Copies.optional(comment);
        profile = Copies.optional(profile);
    }

    /** A column that is no enumeration. */
    public Column(
            String name,
            String type,
            LakeType lakeType,
            boolean nullable,
            boolean identity,
            boolean generated,
            Optional<String> comment,
            Optional<ColumnProfile> profile) {
        this(name, type, lakeType, nullable, identity, generated, comment, profile, List.of());
    }

    public static Column of(String name, String type, LakeType lakeType, boolean nullable) {
        return new Column(name, type, lakeType, nullable, false, false, Optional.empty(), Optional.empty());
    }

    public Column withProfile(ColumnProfile known) {
        return new Column(name, type, lakeType, nullable, identity, generated, comment, Optional.of(known), labels);
    }
}
