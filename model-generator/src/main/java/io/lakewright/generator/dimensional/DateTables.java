package io.lakewright.generator.dimensional;

import io.lakewright.core.model.Calendar;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.SpecialRow;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.type.LakeType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the calendar of a star (modeling.md 2.2, dim.date): one row a day, -1 for a date that is not known. */
final class DateTables {

    static final String ID = "dim_date";
    private static final String OTHER_ID = "dim_calendar";
    static final String KEY = "date_key";

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2049, 12, 31);
    private static final int YEARS_AHEAD = 10;

    private DateTables() {}

    /** The calendar's id, which gives way to a source table that is a calendar itself. */
    static String id(Collection<DimensionPlan> dimensions) {
        return dimensions.stream().anyMatch(d -> d.name().equals(ID)) ? OTHER_ID : ID;
    }

    /** A calendar over the dates of these columns, as far as their range is known. */
    static TableSpec.DateDimension over(String id, Collection<Column> dates, Notes notes) {
        List<ColumnProfile> profiles =
                dates.stream().flatMap(column -> column.profile().stream()).toList();
        Optional<LocalDate> least =
                days(profiles.stream().flatMap(p -> p.minimum().stream())).min(LocalDate::compareTo);
        Optional<LocalDate> most =
                days(profiles.stream().flatMap(p -> p.maximum().stream())).max(LocalDate::compareTo);
        LocalDate start = least.map(day -> LocalDate.of(day.getYear(), 1, 1))
                .filter(day -> day.isBefore(FIRST))
                .orElse(FIRST);
        LocalDate end = most.map(day -> LocalDate.of(day.getYear() + YEARS_AHEAD, 12, 31))
                .filter(day -> day.isAfter(LAST))
                .orElse(LAST);
        notes.assume("The calendar runs from " + start + " to " + end + "; other dates would need more days.");
        return new TableSpec.DateDimension(
                common(id, start, end),
                List.of("date"),
                new Calendar(start, end),
                List.of(new SpecialRow(DimensionTables.UNKNOWN, "Unknown")));
    }

    private static TableCommon common(String id, LocalDate start, LocalDate end) {
        List<ModelColumn> columns = new ArrayList<>();
        columns.add(
                column(id, KEY, LakeType.INT, false, ColumnRole.SURROGATE_KEY, "The day as yyyymmdd; -1 is unknown."));
        columns.add(column(id, "date", LakeType.DATE, true, ColumnRole.BUSINESS_KEY, "The day."));
        columns.add(attribute(id, "year", LakeType.INT, "Calendar year."));
        columns.add(attribute(id, "quarter", LakeType.INT, "Quarter of the year, 1 to 4."));
        columns.add(attribute(id, "month", LakeType.INT, "Month of the year, 1 to 12."));
        columns.add(attribute(id, "month_name", LakeType.STRING, "English name of the month."));
        columns.add(attribute(id, "day_of_month", LakeType.INT, "Day of the month, 1 to 31."));
        columns.add(attribute(id, "day_of_week", LakeType.INT, "Day of the ISO week, 1 is Monday."));
        columns.add(attribute(id, "day_name", LakeType.STRING, "English name of the weekday."));
        columns.add(attribute(id, "week_of_year", LakeType.INT, "ISO week, 1 to 53."));
        columns.add(attribute(id, "is_weekend", LakeType.BOOLEAN, "Whether it is a Saturday or Sunday."));
        return new TableCommon(
                id,
                id,
                "dim.date",
                Layer.GOLD,
                "One row a day from " + start + " to " + end + ".",
                List.of(),
                columns,
                Keys.primary(List.of(KEY)),
                SurrogateKind.NONE,
                List.of(),
                Physical.none(),
                List.of(new Decision(
                        "K-06",
                        "INT yyyymmdd as key",
                        "it reads as a date, needs no lookup, and has room for -1, unknown",
                        List.of(),
                        List.of("DATE as key, without a row for unknown dates"))));
    }

    private static ModelColumn attribute(String id, String name, LakeType type, String comment) {
        return column(id, name, type, true, ColumnRole.ATTRIBUTE, comment);
    }

    private static ModelColumn column(
            String id, String name, LakeType type, boolean nullable, ColumnRole role, String comment) {
        return ModelColumn.technical(id, name, type, nullable, role, comment);
    }

    private static Stream<LocalDate> days(Stream<String> texts) {
        return texts.flatMap(text -> day(text).stream());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
