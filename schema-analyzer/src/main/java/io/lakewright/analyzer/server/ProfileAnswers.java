package io.lakewright.analyzer.server;

import io.lakewright.analyzer.profile.PersonalValues;
import io.lakewright.analyzer.understand.KeyCheck;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.PersonalData;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableFigures.ColumnFigures;
import io.lakewright.core.schema.TableFigures.Counted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Figures of a table in the form that answers have. Values that look personal are not shown; their shapes are. */
final class ProfileAnswers {

    private static final List<String> QUANTILES = List.of("p05", "p25", "p50", "p75", "p95");

    private ProfileAnswers() {}

    static ObjectNode answer(SourceTable table, TableProfile profile) {
        ObjectNode answer = Json.object().put("table", table.name().text());
        ArrayNode columns = answer.putArray("columns");
        int left = AnswerRoom.fill(columns, table.columns(), column -> column(table, column, profile));
        if (left > 0) {
            answer.put("omitted_columns", left);
        }
        ArrayNode keys = answer.putArray("keys");
        profile.keys().forEach(check -> keys.add(key(check)));
        return answer.put("basis", profile.basisText())
                .put("rows_read", profile.figures().map(TableFigures::rows).orElse(0L));
    }

    private static ObjectNode column(SourceTable table, Column column, TableProfile profile) {
        ObjectNode node = Json.object().put("name", column.name()).put("type", column.type());
        Optional<ColumnFigures> known = profile.figures().flatMap(figures -> figures.column(column.name()));
        node.put("cardinality", cardinality(table, column, known.map(ColumnFigures::profile)));
        known.ifPresent(figures -> {
            Optional<String> personal = personal(table, column, figures);
            TableAnswers.figures(node, personal.isEmpty(), column, figures.profile());
            if (figures.estimatedDistinct()) {
                node.put("distinct_is_estimate", true);
            }
            figures.lengths()
                    .ifPresent(lengths -> node.putObject("length")
                            .put("min", lengths.shortest())
                            .put("max", lengths.longest())
                            .put("average", Math.round(lengths.average() * 10) / 10.0));
            if (personal.isPresent()) {
                node.put("personal", personal.get());
            } else {
                values(node, figures);
            }
            if (!figures.shapes().isEmpty()) {
                counted(node.putArray("shapes"), "shape", figures.shapes());
            }
            profile.seenBasis().ifPresent(basis -> node.put("values_basis", text(basis)));
        });
        return node;
    }

    private static void values(ObjectNode node, ColumnFigures figures) {
        if (!figures.quantiles().isEmpty()) {
            ObjectNode quantiles = node.putObject("quantiles");
            for (int i = 0; i < QUANTILES.size(); i++) {
                quantiles.put(
                        QUANTILES.get(i), SafeText.value(figures.quantiles().get(i)));
            }
        }
        List<Counted> shown = figures.topValues().stream()
                .filter(value -> !PersonalValues.isPersonal(value.text()))
                .toList();
        if (!shown.isEmpty()) {
            counted(node.putArray("top_values"), "value", shown);
        }
    }

    /** By the column's name, else by what its values look like. */
    private static Optional<String> personal(SourceTable table, Column column, ColumnFigures figures) {
        List<String> seen = Stream.concat(
                        figures.topValues().stream().map(Counted::text),
                        Stream.concat(figures.profile().minimum().stream(), figures.profile().maximum().stream()))
                .toList();
        boolean ordered = column.lakeType().isNumeric() || column.lakeType().isTemporal();
        return PersonalData.reason(table, column).or(() -> ordered ? Optional.empty() : PersonalValues.reason(seen));
    }

    private static void counted(ArrayNode array, String name, List<Counted> all) {
        all.forEach(counted -> array.addObject()
                .put(name, SafeText.value(counted.text()))
                .put("share", Math.round(counted.share() * 1_000) / 1_000.0));
    }

    private static ObjectNode key(KeyCheck check) {
        ObjectNode node = Json.object();
        TableAnswers.strings(node.putArray("columns"), check.columns());
        return node.put("unique", check.isUnique())
                .put("repeated_rows", check.repeated())
                .put("rows_without_value", check.incomplete())
                .put("basis", text(check.basis()));
    }

    private static String cardinality(SourceTable table, Column column, Optional<ColumnProfile> profile) {
        boolean whole = profile.filter(found -> found.basis() != ColumnProfile.Basis.SAMPLE)
                .isPresent();
        // Of a part of the rows the number of different values says nothing about the whole.
        return TableAnswers.cardinality(table, whole ? column.withProfile(profile.orElseThrow()) : column);
    }

    static String text(ColumnProfile.Basis basis) {
        return basis.name().toLowerCase(Locale.ROOT);
    }
}
