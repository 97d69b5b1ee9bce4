package io.lakewright.proof.oracle;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.model.Transform;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.proof.rows.Row;
import io.lakewright.proof.rows.TableRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many rows each table must have gained after a sequence of deliveries.
 *
 * <p>A type 2 dimension and a satellite gain a row for every key that is new or whose tracked values differ from the
 * delivery before; all other tables gain a row for every key that is new.
 */
public final class Expectation {

    private final TableSpec table;
    private final Map<List<String>, Held> latest = new LinkedHashMap<>();
    private final Set<Hazard> met = EnumSet.noneOf(Hazard.class);
    private long rows;
    private boolean ambiguous;
    private boolean delivered;

    public Expectation(TableSpec table) {
        this.table = table;
    }

    /** Takes in one delivery, as one run of all loads of the table does. */
    public void deliver(Map<TableName, TableRows> delivery) {
        SourceState state = new SourceState(delivery);
        for (Load load : table.loads()) {
            if (!state.covers(load)) {
                ambiguous = true;
                return;
            }
            take(load, state.read(load));
        }
        delivered = true;
    }

    /** Rows gained since the first delivery; empty when the source does not determine it. */
    public Optional<Long> rowsGained() {
        return ambiguous || keyColumns(table).isEmpty() ? Optional.empty() : Optional.of(rows);
    }

    /** What the source rows of the table went through from one delivery to the next. */
    public Set<Hazard> met() {
        return Collections.unmodifiableSet(met);
    }

    /** The values of one key: those that make a version, and all that the source describes it with. */
    private record Held(Row tracked, Row described) {}

    private void take(Load load, List<SourceState.Joined> sourceRows) {
        Map<List<String>, Held> batch = new LinkedHashMap<>();
        List<ColumnRef> keySources = keySources(load);
        List<Load.LoadColumn> described = described(load);
        List<Load.LoadColumn> tracked =
                described.stream().filter(this::isTracked).toList();
        for (SourceState.Joined row : sourceRows) {
            Row raw = row.values(keySources);
            if (isDropped(raw)) {
                continue;
            }
            Held values = new Held(asHeld(row, tracked), asHeld(row, described));
            Held earlier = batch.put(normalised(raw), values);
            // Two different source rows under one key: which of them wins is the load's choice, not ours.
            ambiguous |= earlier != null && !earlier.tracked().equals(values.tracked()) && keepsVersions();
        }
        if (delivered) {
            meet(batch);
        }
        batch.forEach((key, values) -> {
            Held before = latest.get(key);
            if (before == null || (keepsVersions() && !before.tracked().equals(values.tracked()))) {
                rows++;
            }
            latest.put(key, values);
        });
    }

    private void meet(Map<List<String>, Held> batch) {
        if (!batch.keySet().containsAll(latest.keySet())) {
            met.add(Hazard.MISSING_KEY);
        }
        batch.forEach((key, values) -> {
            Held before = latest.get(key);
            if (before == null) {
                met.add(Hazard.NEW_KEY);
            } else {
                met.addAll(Hazard.between(before.described(), values.described()));
            }
        });
    }

    private boolean keepsVersions() {
        return switch (table) {
            case TableSpec.Dimension dimension -> dimension.scdType() == ScdType.TYPE_2;
            case TableSpec.Satellite satellite -> true;
            case TableSpec.DateDimension dates -> false;
            case TableSpec.Fact fact -> false;
            case TableSpec.Hub hub -> false;
            case TableSpec.Link link -> false;
        };
    }

    private boolean isDropped(Row key) {
        return switch (table) {
            case TableSpec.Hub hub -> key.isAllNull();
            case TableSpec.Dimension dimension -> key.containsNull();
            case TableSpec.DateDimension dates -> false;
            case TableSpec.Fact fact -> false;
            case TableSpec.Link link -> false;
            case TableSpec.Satellite satellite -> key.isAllNull();
        };
    }

    /** Hash keys are made of trimmed upper-case text; other keys are compared as they are. */
    private List<String> normalised(Row key) {
        List<String> result = new ArrayList<>();
        boolean hashed = table instanceof TableSpec.Hub
                || table instanceof TableSpec.Link
                || table instanceof TableSpec.Satellite;
        for (String value : key.values()) {
            result.add(value == null ? "\u0000" : hashed ? value.strip().toUpperCase(Locale.ROOT) : value);
        }
        return result;
    }

    private List<ColumnRef> keySources(Load load) {
        List<String> keys = keyColumns(table);
        return load.columns().stream()
                .filter(column -> keys.contains(column.name()))
                .flatMap(column -> column.sources().stream())
                .toList();
    }

    private static List<String> keyColumns(TableSpec table) {
        return switch (table) {
            case TableSpec.Dimension dimension -> dimension.businessKey();
            case TableSpec.DateDimension dates -> List.of();
            case TableSpec.Fact fact -> fact.grain().columns();
            case TableSpec.Hub hub -> hub.keys().primary();
            case TableSpec.Link link -> link.keys().primary();
            case TableSpec.Satellite satellite -> satellite.keys().primary();
        };
    }

    /** The values as the table holds them: what is cut off a number cannot tell two versions apart. */
    private Row asHeld(SourceState.Joined row, List<Load.LoadColumn> columns) {
        List<@Nullable String> values = new ArrayList<>();
        for (Load.LoadColumn column : columns) {
            LakeType type = table.column(column.name()).orElseThrow().type();
            for (ColumnRef source : column.sources()) {
                String value = row.value(source);
                values.add(value == null || type.base() != LakeType.Base.DECIMAL ? value : rounded(value, type));
            }
        }
        return new Row(values);
    }

    private static String rounded(String value, LakeType type) {
        try {
            return new BigDecimal(value.strip())
                    .setScale(type.scale(), RoundingMode.HALF_UP)
                    .toPlainString();
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private List<Load.LoadColumn> described(Load load) {
        List<String> keys = keyColumns(table);
        return load.columns().stream()
                .filter(column -> column.transform() instanceof Transform.Copy && !keys.contains(column.name()))
                .filter(column -> table.column(column.name()).isPresent())
                .toList();
    }

    private boolean isTracked(Load.LoadColumn column) {
        return table.column(column.name())
                .flatMap(ModelColumn::scdType)
                .map(type -> type == ScdType.TYPE_2)
                .orElse(true);
    }
}
