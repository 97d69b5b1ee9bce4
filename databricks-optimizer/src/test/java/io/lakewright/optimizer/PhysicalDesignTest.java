package io.lakewright.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.type.LakeType;
import io.lakewright.optimizer.PhysicalDesign.TableAdvice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhysicalDesignTest {

    @Test
    void clustersEachKindByTheColumnsThatFindItsRows() {
        List<TableAdvice> advice = PhysicalDesign.advise(Models.ofEveryKind(Optional.of(5_000_000L)));

        assertThat(advice)
                .extracting(TableAdvice::table)
                .containsExactly("dim_member", "dim_date", "fact_loan", "hub_member", "link_member_book", "sat_member");
        assertThat(advice.stream().map(PhysicalDesignTest::keys))
                .containsExactly(
                        List.of("card_number"),
                        List.of(),
                        List.of("lent_date_key", "member_key"),
                        List.of("member_hk"),
                        List.of("member_hk"),
                        List.of("member_hk", "load_date"));
    }

    @Test
    void neverPartitionsAndNeverPromisesSpeed() {
        assertThat(PhysicalDesign.advise(Models.ofEveryKind(Optional.of(900_000_000L))))
                .allSatisfy(advice -> {
                    assertThat(advice.edits()).noneMatch(ModelEdit.SetPartitioning.class::isInstance);
                    assertThat(advice.decisions())
                            .allSatisfy(
                                    decision -> assertThat(decision.because()).doesNotContain("faster"));
                });
    }

    @Test
    void leavesTypesAloneThatCannotBeClustered() {
        assertThat(keysOf(Models.member(LakeType.BOOLEAN))).isEmpty();
        assertThat(keysOf(Models.hub(LakeType.of(LakeType.Base.BINARY)))).isEmpty();
    }

    @Test
    void takesKeysOnlyFromTheFirst32Columns() {
        assertThat(keysOf(Models.wide(31))).containsExactly("code");
        assertThat(keysOf(Models.wide(32))).isEmpty();
    }

    @Test
    void knowsWhichTablesFitOneFileAndSaysSoOnlyOfCountedOnes() {
        DataModel small = Models.ofEveryKind(Optional.of(100L));
        DataModel large = Models.ofEveryKind(Optional.of(5_000_000_000L));
        DataModel unknown = Models.ofEveryKind(Optional.empty());

        assertThat(PhysicalDesign.fitsOneFile(small, small.tables().getFirst())).isTrue();
        assertThat(PhysicalDesign.fitsOneFile(large, large.tables().getFirst())).isFalse();
        assertThat(PhysicalDesign.fitsOneFile(unknown, unknown.tables().getFirst()))
                .isFalse();
        assertThat(PhysicalDesign.advise(unknown)
                        .getFirst()
                        .decisions()
                        .getFirst()
                        .evidence())
                .anyMatch(line -> line.contains("nobody counted"));
    }

    private static List<String> keysOf(TableSpec table) {
        return keys(PhysicalDesign.advise(Models.model(Optional.of(5_000_000L), List.of(table)))
                .getFirst());
    }

    private static List<String> keys(TableAdvice advice) {
        return advice.edits().stream()
                .flatMap(edit -> edit instanceof ModelEdit.SetClustering set
                        ? set.columns().stream()
                        : List.<String>of().stream())
                .toList();
    }
}
