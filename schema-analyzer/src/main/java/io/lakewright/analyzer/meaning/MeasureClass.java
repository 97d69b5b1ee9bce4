package io.lakewright.analyzer.meaning;

import io.lakewright.core.model.Additivity;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a measure adds up, by name and figures (modeling.md 4.3 step 10).
 *
 * @param because what readers must know before they sum it; empty for a plain amount or count
 * @param doubtful whether only its name speaks for it, so that somebody should confirm it
 */
public record MeasureClass(Additivity additivity, Optional<String> because, boolean doubtful) {

    private static final Pattern SUMMED =
            Pattern.compile("total|amount|amt|extended|sum|subtotal|revenue|sales|linetotal|freight");
    private static final Pattern PRICE = Pattern.compile("price|unitcost|standardcost");
    private static final Pattern LEVEL =
            Pattern.compile("balance|stock|onhand|level|headcount|mrr|inventory|available|avail|capacity|reorder");
    private static final Pattern RATIO = Pattern.compile(
            "rate|pct|percent|ratio|score|temperature|avg|average|mean|factor|margin|discount|share|weight$");
    private static final Pattern RATE_OR_AMOUNT = Pattern.compile("(tax|vat|gst|commission|markup|surcharge)$");
    private static final BigDecimal HIGHEST_PERCENTAGE = BigDecimal.valueOf(100);

    /**
     * @param state whether rows are states of something and no events
     * @param lines whether rows are lines of a document
     */
    public static MeasureClass of(Column column, List<Column> beside, boolean state, boolean lines) {
        String flat = flat(column.name());
        boolean summed = isSummed(flat);
        if (lines && DocumentTotal.isNamed(column.name())) {
            return fixed("An amount of the whole document, repeated on each of its lines: never sum it over lines.");
        }
        if (!summed && RATE_OR_AMOUNT.matcher(flat).find()) {
            return rateOrAmount(column, beside, state);
        }
        if (!summed && PRICE.matcher(flat).find()) {
            return fixed("A price of one unit: multiply it by the quantity before summing.");
        }
        if (!summed && RATIO.matcher(flat).find()) {
            return fixed("A rate, share or average: it cannot be summed.");
        }
        return summable(flat, state);
    }

    /** Whether a flat name says that the value has been multiplied out or added up already. */
    public static boolean isSummed(String flat) {
        return SUMMED.matcher(flat).find();
    }

    /** The words of a column's name as one. */
    public static String flat(String column) {
        return String.join("", Names.words(column));
    }

    private static MeasureClass summable(String flat, boolean state) {
        return state || LEVEL.matcher(flat).find()
                ? new MeasureClass(
                        Additivity.SEMI_ADDITIVE,
                        Optional.of("A level: it may be summed over everything but time."),
                        false)
                : new MeasureClass(Additivity.ADDITIVE, Optional.empty(), false);
    }

    private static MeasureClass fixed(String because) {
        return new MeasureClass(Additivity.NON_ADDITIVE, Optional.of(because), false);
    }

    /** A column called tax may hold a rate or an amount; what cannot be told is not summed. */
    private static MeasureClass rateOrAmount(Column column, List<Column> beside, boolean state) {
        String last = Names.words(column.name()).getLast();
        boolean rateBeside = beside.stream()
                .map(c -> flat(c.name()))
                .anyMatch(other -> other.endsWith(last + "rate")
                        || other.endsWith(last + "pct")
                        || other.endsWith(last + "percent"));
        Optional<BigDecimal> most =
                column.profile().flatMap(ColumnProfile::maximum).flatMap(MeasureClass::number);
        if (rateBeside || most.filter(m -> m.compareTo(HIGHEST_PERCENTAGE) > 0).isPresent()) {
            return summable(flat(column.name()), state);
        }
        return new MeasureClass(
                Additivity.NON_ADDITIVE,
                Optional.of("Taken as a rate, which cannot be summed."),
                most.filter(m -> m.compareTo(BigDecimal.ONE) <= 0).isEmpty());
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
