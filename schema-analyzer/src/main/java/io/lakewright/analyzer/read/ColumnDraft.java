package io.lakewright.analyzer.read;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.type.LakeType;
import io.lakewright.core.type.PostgresTypes;
import java.util.List;
import java.util.Optional;

/** A column while its statements, rows of a catalog or properties are still being collected. */
public final class ColumnDraft {

    public final String name;
    public String type;
    public final LakeType lakeType;
    public boolean nullable = true;
    public boolean identity;
    public boolean generated;
    public Optional<String> comment = Optional.empty();
    public Optional<ColumnProfile> profile = Optional.empty();
    public List<String> labels = List.of();

    /** A column of a PostgreSQL type. */
    public ColumnDraft(String name, String type) {
        this(name, type, PostgresTypes.toLakeType(type));
    }

    public ColumnDraft(String name, String type, LakeType lakeType) {
        this.name = name;
        this.type = type;
        this.lakeType = lakeType;
    }

    /** The column as a table has it that inherits it: all but the comment. */
    public ColumnDraft inherited() {
        ColumnDraft copy = new ColumnDraft(name, type, lakeType);
        copy.nullable = nullable;
        copy.identity = identity;
        copy.generated = generated;
        return copy;
    }

    Column build(boolean inPrimaryKey) {
        return new Column(
                name, type, lakeType, nullable && !inPrimaryKey, identity, generated, comment, profile, labels);
    }
}
