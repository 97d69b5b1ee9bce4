package io.lakewright.generator.dimensional;

import io.lakewright.analyzer.meaning.MeasureClass;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ScdType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers that change with every event, such as a balance or a stock: a version for each change would bury the history
 * that people ask for (modeling.md 4.3 step 13), so they are overwritten in all versions.
 */
final class FleetingValues {

    private static final Pattern NAMED = Pattern.compile(
            "(balance|acctbal|onhand|instock|onorder|stockquantity|ytd|yeartodate|lastyear|monthtodate|mtd)$");

    private FleetingValues() {}

    static boolean is(ModelColumn column) {
        return column.type().isNumeric()
                && NAMED.matcher(MeasureClass.flat(column.name())).find();
    }

    /** The column without a history of its own. */
    static ModelColumn overwritten(ModelColumn column) {
        return new ModelColumn(
                column.id(),
                column.name(),
                column.type(),
                column.nullable(),
                column.role(),
                Optional.of(ScdType.TYPE_1),
                column.additivity(),
                column.source(),
                Optional.of(column.comment().map(text -> text + " ").orElse("")
                        + "Overwritten in all versions, because it changes all the time."),
                column.tags());
    }
}
