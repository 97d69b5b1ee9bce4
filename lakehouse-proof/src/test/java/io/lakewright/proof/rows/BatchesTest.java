package io.lakewright.proof.rows;

import static io.lakewright.testing.SketchedTables.reference;
import static io.lakewright.testing.SketchedTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.model.ModelSource;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.core.type.PostgresTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {

    private static final TableName OFFER = TableName.parse("s.offer");
    private static final SourceTable TABLE = new SourceTable(
            OFFER,
            Stream.of("id integer", "open boolean", "price numeric(9,2)", "weight double precision")
                    .map(text -> text.split(" ", 2))
                    .map(part -> Column.of(part[0], part[1], PostgresTypes.toLakeType(part[1]), false))
                    .toList(),
            List.of("id"),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    /** A row that counts as changed must be another row to the engine, however the source spells its values. */
    @Test
    void changesValuesNotSpellings() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            rows.add(Arrays.asList(Integer.toString(i), "t", "0", "1"));
        }
        SourceRows given =
                (table, limit) -> Optional.of(SourceRows.Rows.of(List.of("id", "open", "price", "weight"), rows));
        ModelSource source = new ModelSource("s", "sha256:0", List.of(TABLE), List.of());

        Batches batches = Batches.of(source, given, 3);

        List<Row> first = Objects.requireNonNull(batches.first().get(OFFER)).rows();
        assertThat(first.getFirst().values()).containsExactly("1", "true", "0.00", "1.0");
        assertThat(Objects.requireNonNull(batches.second().get(OFFER)).rows())
                .filteredOn(row ->
                        first.stream().anyMatch(old -> Objects.equals(old.get(0), row.get(0)) && !old.equals(row)))
                .isNotEmpty()
                .allSatisfy(row -> assertThat("true".equals(row.get(1))
                                && new java.math.BigDecimal(Objects.requireNonNull(row.get(2))).signum() == 0
                                && Double.parseDouble(Objects.requireNonNull(row.get(3))) == 1)
                        .isFalse());
    }

    /** Rows that never use a reference would prove nothing about the tables that stand behind it. */
    @Test
    void addsRowsForColumnsThatTheGivenRowsLeaveEmpty() {
        SourceTable agents = table("s.agent", List.of("id integer", "name text?"), List.of("id"));
        SourceTable orders = table(
                "s.orders",
                List.of(
                        "id integer",
                        "agent_id integer?",
                        "person_id integer?",
                        "region_id integer?",
                        "remark varchar(20)?"),
                List.of("id"),
                reference("agent_id", "s.agent", "id"),
                reference("person_id", "s.person", "id"),
                reference("region_id", "s.region", "id"));
        List<List<@Nullable String>> ordered = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            ordered.add(Arrays.asList(Integer.toString(i), null, null, "7", null));
        }
        SourceRows given = (table, limit) -> Optional.of(
                table.equals(orders.name())
                        ? SourceRows.Rows.of(List.of("id", "agent_id", "person_id", "region_id", "remark"), ordered)
                        : SourceRows.Rows.of(List.of("id", "name"), List.of(List.of("5", "Ada"))));

        Batches batches = Batches.of(new ModelSource("s", "sha256:0", List.of(agents, orders), List.of()), given, 3);

        List<Row> first =
                Objects.requireNonNull(batches.first().get(orders.name())).rows();
        assertThat(first.subList(0, 20))
                .allSatisfy(row -> assertThat(row.values()).containsNull());
        assertThat(first.subList(20, first.size())).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get(1)).isEqualTo("5");
            assertThat(row.get(2)).isNotNull();
            assertThat(row.get(3)).isEqualTo("7");
            assertThat(row.get(4)).isNotNull();
        });
        assertThat(first).extracting(row -> row.get(0)).doesNotHaveDuplicates();
        assertThat(Objects.requireNonNull(batches.first().get(agents.name())).rows())
                .hasSize(1);
        assertThat(batches.given()).containsEntry(orders.name(), 20);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, T, true",
        "BOOLEAN, no, false",
        "BOOLEAN, maybe, maybe",
        "INT, 007, 7",
        "BIGINT, 1E3, 1000",
        "DOUBLE, 1e1, 10.0",
        "DOUBLE, NaN, NaN",
        "STRING, t, t",
        "DATE, 2026-01-05, 2026-01-05"
    })
    void spellsEveryValueOneWay(LakeType.Base base, String text, String canonical) {
        assertThat(CanonicalText.of(LakeType.of(base), text)).isEqualTo(canonical);
    }
}
