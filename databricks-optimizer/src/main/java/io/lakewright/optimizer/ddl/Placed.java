package io.lakewright.optimizer.ddl;

import io.lakewright.optimizer.ddl.DdlStatement.ColumnPart;
import io.lakewright.optimizer.ddl.DdlStatement.ConstraintPart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A statement and the place where it shall run: what the rules look at. */
record Placed(DdlStatement statement, DdlContext context) {

    List<ConstraintPart> constraints(ConstraintPart.Kind kind) {
        return statement.constraints().stream().filter(it -> it.kind() == kind).toList();
    }

    boolean matches(String pattern) {
        return statement.matches(pattern);
    }

    /** Whether a column, of the statement or as it stands, may hold NULL; empty when it is not known. */
    Optional<Boolean> isNullable(String column) {
        return statement.create()
                ? statement.column(column).map(it -> !it.has("NOT NULL"))
                : context.column(column).map(text -> !text.contains("NOT NULL"));
    }

    /** The base type of a column in upper case. */
    Optional<String> type(String column) {
        return statement
                .column(column)
                .map(ColumnPart::baseType)
                .or(() -> context.column(column).map(text -> text.strip().split("[\\s(<]", 2)[0]));
    }

    boolean isClustered() {
        return !context.clustering().isEmpty() || !statement.clustering().isEmpty() || matches(".*CLUSTER BY AUTO.*");
    }

    /** Whether it makes or alters a streaming table or a materialized view. */
    boolean isPipelineObject() {
        String kind = context.kind().toUpperCase(Locale.ROOT);
        return matches("(CREATE|ALTER) .*(STREAMING TABLE|MATERIALIZED VIEW).*")
                || kind.contains("STREAMING")
                || kind.contains("VIEW");
    }

    boolean hasProperty(String name) {
        return statement.properties().keySet().stream().anyMatch(name::equalsIgnoreCase);
    }
}
