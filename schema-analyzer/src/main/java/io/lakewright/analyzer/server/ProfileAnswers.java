package io.lakewright.analyzer.server;

import io.lakewright.analyzer.read.ValueOrder;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Profiles of a table's columns, and what they rest on: figures the source gave with its schema, else what can be
 * computed from the rows that can be read. Nothing is made up: a column without either has no figures.
 */
final class ProfileAnswers {

    private static final int MOST_ROWS = 1_000;

    private ProfileAnswers() {}

    static ObjectNode profile(SourceTable table, SourceRows rows) {
        boolean known =
                table.columns().stream().anyMatch(column -> column.profile().isPresent());
        Optional<SourceRows.Rows> read = known ? Optional.empty() : rows.read(table.name(), MOST_ROWS);
        int count = read.map(found -> found.values().size()).orElse(0);
        boolean all =
                count > 0 && table.rowCount().filter(total -> total <= count).isPresent();
        ObjectNode answer = Json.object().put("table", table.name().text());
        ArrayNode columns = answer.putArray("columns");
        String basis = "none";
        for (Column column : table.columns()) {
            Optional<ColumnProfile> profile =
                    known ? column.profile() : read.flatMap(found -> computed(found, column, all));
            ObjectNode node = columns.addObject().put("name", column.name()).put("type", column.type());
            node.put("cardinality", cardinality(table, column, profile, all));
            if (profile.isPresent()) {
                TableAnswers.figures(node, table, column, profile.get());
                basis = node.path("stats_basis").asString("");
            }
        }
        return answer.put("basis", basis).put("rows_read", count);
    }

    private static String cardinality(SourceTable table, Column column, Optional<ColumnProfile> profile, boolean all) {
        boolean whole = profile.filter(found -> found.basis() != ColumnProfile.Basis.SAMPLE || all)
                .isPresent();
        // Of a part of the rows the number of different values says nothing about the whole.
        return TableAnswers.cardinality(table, whole ? column.withProfile(profile.orElseThrow()) : column);
    }

    private static Optional<ColumnProfile> computed(SourceRows.Rows rows, Column column, boolean all) {
        int position = rows.columns().indexOf(column.name());
        if (position < 0 || rows.values().isEmpty()) {
            return Optional.empty();
        }
        List<@Nullable String> values = rows.values().stream()
                .<@Nullable String>map(row -> row.get(position))
                .toList();
        List<String> present = values.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        Set<String> distinct = new HashSet<>(present);
        ValueOrder order = ValueOrder.of(column.lakeType());
        return Optional.of(new ColumnProfile(
                all ? ColumnProfile.Basis.EXACT : ColumnProfile.Basis.SAMPLE,
                Optional.of((values.size() - present.size()) / (double) values.size()),
                Optional.of((long) distinct.size()),
                present.stream().min(order),
                present.stream().max(order)));
    }
}
