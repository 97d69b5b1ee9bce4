package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.TableFigures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether rows bear a key out.
 *
 * @param repeated rows whose key another row before them has
 * @param incomplete rows without a value in one of the columns
 * @param rows how many rows were looked at
 * @param basis whether these were all rows
 */
public record KeyCheck(List<String> columns, long repeated, long incomplete, long rows, ColumnProfile.Basis basis) {

    public KeyCheck {
        columns = List.copyOf(columns);
    }

    /** No row repeats another's key and none lacks it; of some rows, that none of them does. */
    public boolean isUnique() {
        return repeated == 0 && incomplete == 0;
    }

    /** What was found, as a part of a sentence: "no repetition in 1,000 rows". */
    public String words() {
        String looked = basis == ColumnProfile.Basis.EXACT ? "all " + rows + " rows" : rows + " sampled rows";
        if (isUnique()) {
            return "no repetition in " + looked;
        }
        List<String> found = new ArrayList<>();
        if (repeated > 0) {
            found.add(repeated + (repeated == 1 ? " row repeats" : " rows repeat") + " the key of another");
        }
        if (incomplete > 0) {
            found.add(incomplete + (incomplete == 1 ? " has" : " have") + " no value");
        }
        return "of " + looked + " " + String.join(" and ", found);
    }

    /** Checks keys on rows; a key with a column that the rows do not carry is passed over. */
    public static List<KeyCheck> of(List<List<String>> keys, SourceRows.Rows rows, boolean all) {
        List<KeyCheck> checks = new ArrayList<>();
        for (List<String> key : keys) {
            List<Integer> positions = key.stream()
                    .map(rows.columns()::indexOf)
                    .filter(position -> position >= 0)
                    .toList();
            if (positions.size() == key.size() && !key.isEmpty()) {
                checks.add(check(key, positions, rows, all));
            }
        }
        return checks;
    }

    private static KeyCheck check(List<String> key, List<Integer> positions, SourceRows.Rows rows, boolean all) {
        Set<List<@Nullable String>> seen = new HashSet<>();
        long repeated = 0;
        long incomplete = 0;
        for (List<@Nullable String> row : rows.values()) {
            List<@Nullable String> value = new ArrayList<>();
            positions.forEach(position -> value.add(row.get(position)));
            if (value.contains(null)) {
                incomplete++;
            } else if (!seen.add(value)) {
                repeated++;
            }
        }
        return new KeyCheck(
                key,
                repeated,
                incomplete,
                rows.values().size(),
                all ? ColumnProfile.Basis.EXACT : ColumnProfile.Basis.SAMPLE);
    }

    /** Checks keys of one column on figures over all rows; what they do not tell is passed over. */
    public static List<KeyCheck> of(List<List<String>> keys, TableFigures figures) {
        return keys.stream()
                .filter(key -> key.size() == 1)
                .flatMap(key -> check(key, figures).stream())
                .toList();
    }

    private static Optional<KeyCheck> check(List<String> key, TableFigures figures) {
        return figures.column(key.getFirst())
                .filter(column -> !column.estimatedDistinct()
                        && column.profile().distinctCount().isPresent()
                        && column.profile().nullShare().isPresent())
                .map(column -> {
                    long incomplete = Math.round(column.profile().nullShare().orElseThrow() * figures.rows());
                    long repeated = figures.rows()
                            - incomplete
                            - column.profile().distinctCount().orElseThrow();
                    return new KeyCheck(key, repeated, incomplete, figures.rows(), figures.basis());
                });
    }
}
