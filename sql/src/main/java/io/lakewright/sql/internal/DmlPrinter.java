package io.lakewright.sql.internal;

import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a table holds before its first load: calendars, and rows that stand for absence. */
public final class DmlPrinter {

    private final DateSeries days;
    private final SpecialRows rows;

    public DmlPrinter(ModelTables tables) {
        this.days = new DateSeries(tables);
        this.rows = new SpecialRows(tables);
    }

    /** @return empty for a table that needs nothing */
    public List<Statement> print(TableSpec table) {
        List<Statement> statements = new ArrayList<>();
        rows.print(table).ifPresent(statements::add);
        if (table instanceof TableSpec.DateDimension dates) {
            statements.add(days.print(dates));
        }
        return statements;
    }
}
