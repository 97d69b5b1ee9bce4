package io.lakewright.analyzer;

import io.lakewright.analyzer.understand.ColumnRoles;
import io.lakewright.analyzer.understand.ExtractionAdvice;
import io.lakewright.core.Problem;
import io.lakewright.core.naming.NearNames;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ExtractionMode;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableExtraction;
import io.lakewright.core.schema.TableExtraction.Deletes;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records in a schema how its tables are extracted, as somebody said it: {@code TABLE=MODE[:COLUMN][,deletes=HOW]}. MODE is
 * full, delta or cdc; COLUMN orders the changes; HOW is none, absent, recorded or marked:COLUMN. {@code *} stands for all
 * tables of which nothing else is said.
 */
public final class SaidExtractions {

    private static final String FORM =
            "Write TABLE=full, TABLE=delta:COLUMN or TABLE=cdc, and ,deletes=none, absent, recorded or marked:COLUMN.";
    private static final String ALL = "*";
    private static final int MOST_NEAREST = 3;

    private SaidExtractions() {}

    /**
     * The schema with what was said.
     *
     * @throws io.lakewright.core.ProblemException LW-1590 for another form, LW-1591 for an unknown table, LW-1592 for an
     *     unknown column, LW-1593 for changed rows without a column that orders them
     */
    public static SourceSchema record(SourceSchema schema, List<String> said) {
        Map<TableName, TableExtraction> known = new HashMap<>();
        List<String> first = said.stream().filter(one -> isForAll(one)).toList();
        List<String> then = said.stream().filter(one -> !isForAll(one)).toList();
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        for (String one : all) {
            int cut = one.indexOf('=');
            if (cut < 1) {
                throw wrong(one);
            }
            String table = one.substring(0, cut).strip();
            String rest = one.substring(cut + 1).strip();
            for (SourceTable found : tables(schema, table)) {
                known.put(found.name(), extraction(found, rest, one));
            }
        }
        return schema.withTables(schema.tables().stream()
                .map(table -> Optional.ofNullable(known.get(table.name()))
                        .map(table::withExtraction)
                        .orElse(table))
                .toList());
    }

    private static boolean isForAll(String one) {
        return one.strip().startsWith(ALL);
    }

    private static List<SourceTable> tables(SourceSchema schema, String written) {
        if (written.equals(ALL)) {
            return schema.tables();
        }
        List<SourceTable> named = schema.named(written);
        if (named.isEmpty()) {
            List<String> nearest = NearNames.of(
                    written,
                    schema.tables().stream().map(table -> table.name().table()).toList(),
                    MOST_NEAREST);
            throw new Problem.NotFound(
                            "LW-1591",
                            "There is no table \"" + written + "\" whose extraction could be recorded.",
                            nearest.isEmpty()
                                    ? "List the tables with analyze."
                                    : "Did you mean " + String.join(", ", nearest) + "?",
                            nearest.isEmpty() ? Map.of() : Map.of("nearest", String.join(", ", nearest)))
                    .exception();
        }
        return named;
    }

    private static TableExtraction extraction(SourceTable table, String said, String whole) {
        String[] parts = said.split(",", 2);
        String[] modeAndColumn = parts[0].split(":", 2);
        ExtractionMode mode = Arrays.stream(ExtractionMode.values())
                .filter(value -> value.name().equalsIgnoreCase(modeAndColumn[0].strip()))
                .findFirst()
                .orElseThrow(() -> wrong(whole));
        Optional<String> watermark = modeAndColumn.length == 2
                ? Optional.of(column(table, modeAndColumn[1]))
                : mode == ExtractionMode.DELTA ? Optional.of(advised(table)) : Optional.empty();
        if (parts.length == 1) {
            return new TableExtraction(mode, watermark, TableExtraction.usually(mode), Optional.empty());
        }
        String[] how = parts[1].strip().split("[=:]", 3);
        if (!how[0].strip().equalsIgnoreCase("deletes") || how.length < 2) {
            throw wrong(whole);
        }
        return switch (how[1].strip().toLowerCase(Locale.ROOT)) {
            case "none" -> new TableExtraction(mode, watermark, Deletes.NOT_SHOWN, Optional.empty());
            case "absent" -> new TableExtraction(mode, watermark, Deletes.ABSENT, Optional.empty());
            case "recorded" -> new TableExtraction(mode, watermark, Deletes.RECORDED, Optional.empty());
            case "marked" -> {
                if (how.length < 3) {
                    throw wrong(whole);
                }
                yield new TableExtraction(mode, watermark, Deletes.MARKED, Optional.of(column(table, how[2])));
            }
            default -> throw wrong(whole);
        };
    }

    private static String column(SourceTable table, String written) {
        return table.column(written.strip()).map(Column::name).orElseThrow(() -> {
            List<String> nearest = NearNames.of(
                    written, table.columns().stream().map(Column::name).toList(), MOST_NEAREST);
            return new Problem.NotFound(
                            "LW-1592",
                            table.name() + " has no column \"" + written.strip() + "\".",
                            nearest.isEmpty()
                                    ? "Name one of its columns."
                                    : "Did you mean " + String.join(", ", nearest) + "?",
                            nearest.isEmpty() ? Map.of() : Map.of("nearest", String.join(", ", nearest)))
                    .exception();
        });
    }

    private static String advised(SourceTable table) {
        return ExtractionAdvice.of(table, ColumnRoles.of(table, Set.of()))
                .watermark()
                .orElseThrow(() -> Problem.invalid(
                                "LW-1593",
                                "No column of " + table.name() + " tells which rows have changed.",
                                "Name it as " + table.name().table() + "=delta:COLUMN.")
                        .exception());
    }

    private static RuntimeException wrong(String said) {
        return Problem.invalid("LW-1590", "\"" + said + "\" does not say how a table is extracted.", FORM)
                .exception();
    }
}
