package io.lakewright.sql.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelectBuilderTest {

    private static final Expression PRESENT = Expressions.isNotNull(Expressions.column("c", "id"));
    private static final Expression OTHER = Expressions.isNotNull(Expressions.column("c", "name"));

    @Test
    void statesEachConditionOnceInTheOrderInWhichTheyCame() {
        Query.Select select = SelectBuilder.from(SelectBuilder.part("customer", "c"))
                .select("c", List.of("id"))
                .where(PRESENT)
                .where(List.of(OTHER, Expressions.isNotNull(Expressions.column("c", "id"))))
                .build();

        assertThat(select.where()).containsExactly(PRESENT, OTHER);
    }
}
