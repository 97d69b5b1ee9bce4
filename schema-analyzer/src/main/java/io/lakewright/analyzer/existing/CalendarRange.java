package io.lakewright.analyzer.existing;

import io.lakewright.core.model.Calendar;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The first and last day of a calendar that stands already, from the figures of its days or of its yyyymmdd key. */
final class CalendarRange {

    private static final int EARLIEST = 1800;
    private static final int LATEST = 2300;

    private CalendarRange() {}

    /** Empty where nobody has figures. */
    static Optional<Calendar> of(SourceTable table) {
        return table.columns().stream()
                .filter(column -> column.lakeType().isTemporal()
                        || column.lakeType().isInteger() && table.isPrimaryKeyColumn(column.name()))
                .flatMap(column -> range(column).stream())
                .findFirst();
    }

    private static Optional<Calendar> range(Column column) {
        return column.profile()
                .flatMap(ColumnProfile::minimum)
                .flatMap(CalendarRange::day)
                .flatMap(start -> column.profile()
                        .flatMap(ColumnProfile::maximum)
                        .flatMap(CalendarRange::day)
                        .filter(end -> !end.isBefore(start))
                        .map(end -> new Calendar(start, end)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            LocalDate day = text.length() == 8
                    ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
            return day.getYear() < EARLIEST || day.getYear() > LATEST ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
