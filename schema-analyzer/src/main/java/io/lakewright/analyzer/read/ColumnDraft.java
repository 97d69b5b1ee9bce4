package io.lakewright.analyzer.read;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.type.PostgresTypes;
import java.util.Optional;

/** A column while its statements, rows of a catalog or properties are still being collected. */
final class ColumnDraft {

    final String name;
    String type;
    boolean nullable = true;
    boolean identity;
    boolean generated;
    Optional<String> comment = Optional.empty();
    Optional<ColumnProfile> profile = Optional.empty();

    ColumnDraft(String name, String type) {
        this.name = name;
        this.type = type;
    }

    Column build(boolean inPrimaryKey) {
        return new Column(
                name,
                type,
                PostgresTypes.toLakeType(type),
                nullable && !inPrimaryKey,
                identity,
                generated,
                comment,
                profile);
    }
}
