package io.lakewright.core.model;

import io.lakewright.core.Copies;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Optional;

/**
 * One column of a target table.
 *
 * @param id stable over renames: table id, point, first name
 * @param scdType where one column differs from its dimension
 * @param additivity of a measure
 * @param source the source column, when it is exactly one
 * @param tags classification such as {@code pii}
 */
public record ModelColumn(
        String id,
        String name,
        LakeType type,
        boolean nullable,
        ColumnRole role,
        Optional<ScdType> scdType,
        Optional<Additivity> additivity,
        Optional<ColumnOrigin> source,
        Optional<String> comment,
        List<String> tags) {

    public ModelColumn {
        scdType = Copies.optional(scdType);
        additivity = Copies.optional(additivity);
        source = Copies.optional(source);
        comment = Copies.optional(comment);
        tags = Copies.list(tags);
    }

    /** A column without origin, such as a key or a technical column. */
    public static ModelColumn technical(
            String tableId, String name, LakeType type, boolean nullable, ColumnRole role, String comment) {
        return new ModelColumn(
                tableId + "." + name,
                name,
                type,
                nullable,
                role,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(comment),
                List.of());
    }

    public ModelColumn withName(String newName) {
        return new ModelColumn(id, newName, type, nullable, role, scdType, additivity, source, comment, tags);
    }

    public ModelColumn withComment(String text) {
        return new ModelColumn(id, name, type, nullable, role, scdType, additivity, source, Optional.of(text), tags);
    }

    public ModelColumn withRole(ColumnRole newRole) {
        return new ModelColumn(id, name, type, nullable, newRole, scdType, additivity, source, comment, tags);
    }

    public ModelColumn withAdditivity(Additivity known) {
        return new ModelColumn(id, name, type, nullable, role, scdType, Optional.of(known), source, comment, tags);
    }
}
