package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.meaning.MeasureClass;
import io.lakewright.analyzer.understand.ColumnRoles;
import io.lakewright.analyzer.understand.SourceRole;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What can be multiplied out of the measures of a line, by names and types (modeling.md 4.3 step 10). */
final class Measures {

    private static final Pattern QUANTITY = Pattern.compile("qty|quantity|units$|pieces");
    private static final Pattern UNIT_PRICE =
            Pattern.compile("unitprice|priceeach|itemprice|^price$|saleprice|sellprice");
    private static final Pattern DISCOUNT = Pattern.compile("discount");
    private static final Pattern SHARE = Pattern.compile("pct|percent|share|rate");

    /**
     * A measure that is the product of others.
     *
     * @param complementLast whether the last one is a share to be taken off
     */
    record Derived(String name, List<String> sources, boolean complementLast) {}

    private Measures() {}

    /** The amount of a line, where quantity and unit price stand in it but no amount does. */
    static Optional<Derived> amount(SourceTable table, ColumnRoles roles) {
        List<String> measures = roles.with(SourceRole.MEASURE);
        Optional<String> quantity = first(measures, QUANTITY.asPredicate());
        Optional<String> price = first(measures, UNIT_PRICE.asPredicate());
        boolean stored = measures.stream().map(MeasureClass::flat).anyMatch(MeasureClass::isSummed);
        if (quantity.isEmpty() || price.isEmpty() || stored) {
            return Optional.empty();
        }
        Optional<String> discount = first(measures, DISCOUNT.asPredicate());
        if (discount.isEmpty()) {
            return Optional.of(new Derived("extended_amount", List.of(quantity.get(), price.get()), false));
        }
        Optional<Column> column = table.column(discount.get());
        return column.filter(Measures::isShare).isPresent()
                ? Optional.of(new Derived("net_amount", List.of(quantity.get(), price.get(), discount.get()), true))
                : Optional.of(new Derived("gross_amount", List.of(quantity.get(), price.get()), false));
    }

    /** Whether a discount is a share of 0 to 1: by its figures, else by a type or name that leaves little else. */
    private static boolean isShare(Column column) {
        Optional<String> most = column.profile().flatMap(p -> p.maximum());
        if (most.isPresent()) {
            try {
                return new BigDecimal(most.get()).compareTo(BigDecimal.ONE) <= 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        boolean fraction = switch (column.lakeType().base()) {
            case DECIMAL -> column.lakeType().precision() - column.lakeType().scale() <= 1;
            case FLOAT -> true;
            case TINYINT,
                    SMALLINT,
                    INT,
                    BIGINT,
                    DOUBLE,
                    STRING,
                    BINARY,
                    BOOLEAN,
                    DATE,
                    TIMESTAMP,
                    TIMESTAMP_NTZ,
                    ARRAY -> false;
        };
        return fraction
                || SHARE.matcher(MeasureClass.flat(column.name())).find()
                        && !column.lakeType().isInteger();
    }

    private static Optional<String> first(List<String> measures, Predicate<String> fits) {
        return measures.stream().filter(m -> fits.test(MeasureClass.flat(m))).findFirst();
    }
}
