package io.lakewright.analyzer.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.testing.SketchedTables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** modeling.md 4.3 step 1: names propose, values decide. */
class ReferenceCompletionTest {

    private static final SourceTable VENUE =
            SketchedTables.table("s.venue", List.of("venue_id integer", "name text"), List.of("venue_id"));
    private static final SourceTable CONCERT = SketchedTables.table(
            "s.concert", List.of("concert_id integer", "venue_id integer", "booker integer"), List.of("concert_id"));

    @Test
    void keepsWhatTheValuesBearOutAndSaysHowManyWereChecked() {
        List<ForeignKey> keys = references(
                CONCERT,
                rows(VENUE, List.of("3", "a"), List.of("9", "b")),
                rows(CONCERT, List.of("1", "3", "1"), List.of("2", "9", "2")));
        assertThat(keys).hasSize(1);
        assertThat(keys.getFirst().references()).isEqualTo(VENUE.name());
        assertThat(keys.getFirst().evidence())
                .get()
                .asString()
                .contains("all 2 different values", "has the name of the key");
        assertThat(keys.getFirst().confidence()).isGreaterThan(0.9);
    }

    @Test
    void dropsWhatTheValuesRefuteAlthoughTheNameFits() {
        assertThat(references(
                        CONCERT,
                        rows(VENUE, List.of("3", "a"), List.of("9", "b")),
                        rows(CONCERT, List.of("1", "3", "1"), List.of("2", "77", "2"))))
                .isEmpty();
    }

    @Test
    void letsTheNameDecideWhereThereAreNoRows() {
        assertThat(references(CONCERT, rows(VENUE), rows(CONCERT, List.of("1", "77", "1"))))
                .extracting(ForeignKey::references)
                .containsExactly(VENUE.name());
        assertThat(references(CONCERT, rows(VENUE, List.of("3", "a")), rows(CONCERT)))
                .extracting(ForeignKey::references)
                .containsExactly(VENUE.name());
    }

    @Test
    void understandsNoOtherReferencesThanThoseOfACompletedSchema() {
        SourceSchema completed = completed(
                rows(VENUE, List.of("3", "a")), rows(CONCERT, List.of("1", "77", "1"), List.of("2", "78", "1")));
        assertThat(completed.completed()).isTrue();
        assertThat(RelationshipFinder.find(completed)).isEmpty();
        assertThat(RelationshipFinder.find(completed.withTables(List.of(VENUE, CONCERT))))
                .isEmpty();
    }

    @Test
    void takesTheNearestSupertypeThatHoldsAllKeys() {
        SourceTable party = SketchedTables.table("s.party", List.of("partyid integer"), List.of("partyid"));
        SourceTable worker = SketchedTables.table("s.worker", List.of("partyid integer"), List.of("partyid"));
        SourceTable seller = SketchedTables.table("s.seller", List.of("partyid integer"), List.of("partyid"));
        SourceSchema schema = ReferenceCompletion.complete(
                new SourceSchema("s", "", "test", List.of(party, worker, seller)),
                of(Map.of(
                        party.name(), numbers("partyid", 1, 40, 1),
                        worker.name(), numbers("partyid", 2, 20, 2),
                        seller.name(), numbers("partyid", 4, 12, 4))),
                new RowBudget(RowBudget.USUAL));
        assertThat(schema.table(seller.name()).orElseThrow().foreignKeys())
                .extracting(ForeignKey::references)
                .containsExactly(worker.name());
        assertThat(schema.table(worker.name()).orElseThrow().foreignKeys())
                .extracting(ForeignKey::references)
                .containsExactly(party.name());
        assertThat(schema.table(party.name()).orElseThrow().foreignKeys()).isEmpty();
    }

    @Test
    void claimsNothingWhereATableThatCannotBeReadMayBeMeantAsWell() {
        SourceTable party = SketchedTables.table("s.party", List.of("partyid integer"), List.of("partyid"));
        SourceTable human = SketchedTables.table("s.human", List.of("partyid integer"), List.of("partyid"));
        SourceTable phone = SketchedTables.table(
                "s.phone", List.of("partyid integer", "number text"), List.of("partyid", "number"));
        SourceSchema schema = ReferenceCompletion.complete(
                new SourceSchema("s", "", "test", List.of(party, human, phone)),
                of(Map.of(
                        party.name(), numbers("partyid", 1, 40, 1),
                        phone.name(), SourceRows.Rows.of(List.of("partyid", "number"), List.of(List.of("7", "1"))))),
                new RowBudget(RowBudget.USUAL));
        assertThat(schema.table(phone.name()).orElseThrow().foreignKeys()).isEmpty();
    }

    @Test
    void findsByValuesAloneOnlyWhatIsNoChance() {
        SourceTable gaps = SketchedTables.table("s.guest", List.of("guest_id integer"), List.of("guest_id"));
        SourceTable dense = SketchedTables.table("s.floor", List.of("floor_id integer"), List.of("floor_id"));
        SourceTable stay = SketchedTables.table(
                "s.stay", List.of("stay_id integer", "paid_by_id integer", "beds_id integer"), List.of("stay_id"));
        SourceRows.Rows stays = SourceRows.Rows.of(
                List.of("stay_id", "paid_by_id", "beds_id"),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> List.of("" + i, "" + (100 + 7 * i), "" + (1 + i % 9)))
                        .toList());
        SourceSchema schema = ReferenceCompletion.complete(
                new SourceSchema("s", "", "test", List.of(gaps, dense, stay)),
                of(Map.of(
                        gaps.name(), numbers("guest_id", 100, 300, 7),
                        dense.name(), numbers("floor_id", 1, 12, 1),
                        stay.name(), stays)),
                new RowBudget(RowBudget.USUAL));
        assertThat(schema.table(stay.name()).orElseThrow().foreignKeys())
                .as("the payer can only be a guest; any small number is a floor")
                .extracting(ForeignKey::columns, ForeignKey::references)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(List.of("paid_by_id"), gaps.name()));
    }

    private static SourceRows.Rows numbers(String column, int from, int to, int step) {
        return SourceRows.Rows.of(
                List.of(column),
                IntStream.iterate(from, i -> i <= to, i -> i + step)
                        .mapToObj(i -> List.of("" + i))
                        .toList());
    }

    private static Map.Entry<SourceTable, SourceRows.Rows> rows(SourceTable table, List<?>... values) {
        List<List<String>> texts = Stream.of(values)
                .map(row -> row.stream().map(String::valueOf).toList())
                .toList();
        return Map.entry(
                table,
                SourceRows.Rows.of(table.columns().stream().map(Column::name).toList(), texts));
    }

    private static List<ForeignKey> references(
            SourceTable child,
            Map.Entry<SourceTable, SourceRows.Rows> one,
            Map.Entry<SourceTable, SourceRows.Rows> other) {
        return completed(one, other).table(child.name()).orElseThrow().foreignKeys();
    }

    private static SourceSchema completed(
            Map.Entry<SourceTable, SourceRows.Rows> one, Map.Entry<SourceTable, SourceRows.Rows> other) {
        SourceSchema schema = new SourceSchema("s", "", "test", List.of(one.getKey(), other.getKey()));
        return ReferenceCompletion.complete(
                schema,
                of(Map.of(one.getKey().name(), one.getValue(), other.getKey().name(), other.getValue())),
                new RowBudget(RowBudget.USUAL));
    }

    private static SourceRows of(Map<TableName, SourceRows.Rows> rows) {
        return (table, limit) -> Optional.ofNullable(rows.get(table));
    }
}
