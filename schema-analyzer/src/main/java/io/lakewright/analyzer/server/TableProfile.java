package io.lakewright.analyzer.server;

import io.lakewright.analyzer.profile.RowFigures;
import io.lakewright.analyzer.understand.KeyAdvice;
import io.lakewright.analyzer.understand.KeyCheck;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import io.lakewright.core.schema.TableFigures.ColumnFigures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be said of a table's values at one depth, cheapest first: what the snapshot knows, what some rows show, what
 * the source computes over all rows. Nothing is made up: a table without any of it has no figures.
 *
 * @param keys whether candidates for keys hold, as far as rows were looked at
 * @param seenBasis what frequent values and shapes rest on, when that is not what the figures rest on
 */
record TableProfile(Optional<TableFigures> figures, List<KeyCheck> keys, Optional<ColumnProfile.Basis> seenBasis) {

    static final int SAMPLE = 1_000;

    /** How far a profile goes. */
    enum Depth {
        KNOWN,
        SAMPLE,
        EXACT
    }

    TableProfile {
        keys = List.copyOf(keys);
    }

    /** @throws io.lakewright.core.ProblemException LW-15xx when the source does not answer, or not in time */
    static TableProfile of(SourceTable table, KeyAdvice advice, SourceRows rows, Depth depth) {
        return switch (depth) {
            case KNOWN -> new TableProfile(known(table), List.of(), Optional.empty());
            case SAMPLE -> {
                Optional<SourceRows.Rows> sample = sample(table, rows);
                yield new TableProfile(
                        sample.map(found -> RowFigures.of(table, found, isAll(table, found))),
                        sample.map(found -> KeyCheck.of(candidates(advice), found, isAll(table, found)))
                                .orElse(List.of()),
                        Optional.empty());
            }
            case EXACT ->
                rows.measure(table.name())
                        .map(measured -> exact(table, advice, measured, sample(table, rows)))
                        .orElseGet(() -> new TableProfile(Optional.empty(), List.of(), Optional.empty()));
        };
    }

    /** Advice on keys after looking at some rows; without any it stays as it is. */
    static KeyAdvice verified(SourceTable table, KeyAdvice advice, SourceRows rows) {
        return sample(table, rows)
                .map(found -> advice.verified(KeyCheck.of(candidates(advice), found, isAll(table, found))))
                .orElse(advice);
    }

    /** Frequent values and shapes come from some rows: computing them over all would take a query a column. */
    private static TableProfile exact(
            SourceTable table, KeyAdvice advice, TableFigures measured, Optional<SourceRows.Rows> sample) {
        if (sample.isEmpty()) {
            return new TableProfile(Optional.of(measured), KeyCheck.of(candidates(advice), measured), Optional.empty());
        }
        TableFigures seen = RowFigures.of(table, sample.get(), isAll(table, sample.get()));
        List<ColumnFigures> columns = measured.columns().stream()
                .map(column -> seen.column(column.column())
                        .map(found -> column.withSeen(found.topValues(), found.shapes()))
                        .orElse(column))
                .toList();
        List<KeyCheck> keys = KeyCheck.of(candidates(advice), measured);
        List<List<String>> open = candidates(advice).stream()
                .filter(key -> keys.stream().noneMatch(check -> check.columns().equals(key)))
                .toList();
        return new TableProfile(
                Optional.of(new TableFigures(measured.basis(), measured.rows(), columns)),
                Stream.concat(keys.stream(), KeyCheck.of(open, sample.get(), isAll(table, sample.get())).stream())
                        .toList(),
                Optional.of(seen.basis()));
    }

    private static Optional<TableFigures> known(SourceTable table) {
        List<ColumnFigures> columns = table.columns().stream()
                .flatMap(column -> column.profile().map(profile -> ColumnFigures.of(column.name(), profile)).stream())
                .toList();
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new TableFigures(columns.getFirst().profile().basis(), 0, columns));
    }

    private static Optional<SourceRows.Rows> sample(SourceTable table, SourceRows rows) {
        return rows.sample(table.name(), SAMPLE).filter(found -> !found.values().isEmpty());
    }

    private static boolean isAll(SourceTable table, SourceRows.Rows rows) {
        return rows.values().size() < SAMPLE
                && table.rowCount()
                        .filter(total -> total > rows.values().size())
                        .isEmpty();
    }

    private static List<List<String>> candidates(KeyAdvice advice) {
        return Stream.concat(advice.primary().stream(), advice.business().stream())
                .map(KeyAdvice.Candidate::columns)
                .distinct()
                .toList();
    }

    /** What the figures rest on, as answers spell it; {@code none} without figures. */
    String basisText() {
        return figures.map(found -> ProfileAnswers.text(found.basis())).orElse("none");
    }
}
