package io.lakewright.analyzer.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.model.Additivity;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.type.PostgresTypes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureClassTest {

    private static Additivity of(String column, boolean lines) {
        return MeasureClass.of(column(column), List.of(column(column)), false, lines)
                .additivity();
    }

    private static Column column(String name) {
        return Column.of(name, "numeric(12,2)", PostgresTypes.toLakeType("numeric(12,2)"), true);
    }

    @ParameterizedTest
    @CsvSource({
        "tk_ordtotalprice, NON_ADDITIVE",
        "order_total, NON_ADDITIVE",
        "invoice_amount, NON_ADDITIVE",
        "total_of_order, NON_ADDITIVE",
        "grand_total, NON_ADDITIVE",
        "line_total, ADDITIVE",
        "total_price, ADDITIVE",
        "record_total, ADDITIVE",
        "extended_price, ADDITIVE",
        "tk_tax, NON_ADDITIVE",
        "tax_amount, ADDITIVE",
        "taxamt, ADDITIVE",
        "tax_rate, NON_ADDITIVE",
        "discount, NON_ADDITIVE",
        "discount_amount, ADDITIVE",
        "unit_price, NON_ADDITIVE",
        "unit_cost, NON_ADDITIVE",
        "commission_pct, NON_ADDITIVE",
        "stock_balance, SEMI_ADDITIVE",
        "quantity, ADDITIVE"
    })
    void tellsWhatMayBeSummedOverLines(String column, Additivity expected) {
        assertThat(of(column, true)).isEqualTo(expected);
    }

    @Test
    void sumsTheTotalOfADocumentOverDocuments() {
        assertThat(of("order_total", false)).isEqualTo(Additivity.ADDITIVE);
    }

    @Test
    void takesATaxForAnAmountWhereItsFiguresAreNoPercentages() {
        Column known = column("tax")
                .withProfile(new ColumnProfile(
                        ColumnProfile.Basis.EXACT,
                        Optional.empty(),
                        Optional.of(10L),
                        Optional.of("0.00"),
                        Optional.of("412.50")));

        assertThat(MeasureClass.of(known, List.of(known), false, true).additivity())
                .isEqualTo(Additivity.ADDITIVE);
    }

    @Test
    void takesATaxForAnAmountBesideItsRate() {
        assertThat(MeasureClass.of(column("tax"), List.of(column("tax"), column("tax_rate")), false, true)
                        .additivity())
                .isEqualTo(Additivity.ADDITIVE);
    }
}
