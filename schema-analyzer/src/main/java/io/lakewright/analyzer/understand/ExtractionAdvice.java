package io.lakewright.analyzer.understand;

import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ExtractionMode;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableExtraction;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a table can be taken out of its source, as far as its columns tell. Which way it really is taken decides how every
 * load recognises changes and deletes (modeling.md 1.3), so what is not sure comes as a question.
 *
 * @param watermark column that tells which rows have changed since the last time
 * @param deleteMark column that marks rows as deleted; without one only a full extraction or a change feed shows deletes
 * @param because why, in a sentence
 * @param question what to ask whoever knows the source
 * @param recorded whether somebody has said it already
 */
public record ExtractionAdvice(
        ExtractionMode mode,
        Optional<String> watermark,
        Optional<String> deleteMark,
        String because,
        Optional<String> question,
        boolean recorded) {

    /** Up to so many rows reading a table whole every time costs less than finding what has changed. */
    private static final long WHOLE = 1_000_000;

    private static final Set<String> CHANGED =
            Set.of("updated", "update", "modified", "modify", "changed", "change", "altered", "lastmod");
    private static final Set<String> DELETED = Set.of("deleted", "removed", "tombstone", "archived");

    public static ExtractionAdvice of(SourceTable table, ColumnRoles roles) {
        if (table.extraction().isPresent()) {
            TableExtraction said = table.extraction().get();
            return new ExtractionAdvice(
                    said.mode(), said.watermark(), said.deleteColumn(), said.words(), Optional.empty(), true);
        }
        Optional<String> watermark = watermark(table, roles);
        Optional<String> mark = table.columns().stream()
                .map(Column::name)
                .filter(name -> Names.words(name).stream().anyMatch(DELETED::contains))
                .findFirst();
        if (table.rowCount().filter(rows -> rows > WHOLE).isEmpty()) {
            String size = table.rowCount()
                    .map(rows -> String.format(Locale.ROOT, "%,d rows are", rows))
                    .orElse("as far as is known it is");
            return new ExtractionAdvice(
                    ExtractionMode.FULL,
                    watermark,
                    mark,
                    size + " read whole in little time, and what is gone shows",
                    Optional.empty(),
                    false);
        }
        String rows = String.format(Locale.ROOT, "%,d rows", table.rowCount().orElseThrow());
        if (watermark.isEmpty()) {
            return new ExtractionAdvice(
                    ExtractionMode.FULL,
                    watermark,
                    mark,
                    rows + ", and no column tells which of them have changed",
                    Optional.of("Does the source offer a change feed of "
                            + table.name().table() + "? Else all of it has to be read every time."),
                    false);
        }
        return new ExtractionAdvice(
                ExtractionMode.DELTA,
                watermark,
                mark,
                rows + ", and " + watermark.get() + " tells which have changed",
                mark.isPresent()
                        ? Optional.empty()
                        : Optional.of("Are rows of " + table.name().table() + " ever deleted in the source? "
                                + watermark.get() + " does not show that."),
                false);
    }

    /** A time of the last change that every row has, before one that may be missing. */
    private static Optional<String> watermark(SourceTable table, ColumnRoles roles) {
        List<Column> found = table.columns().stream()
                .filter(column -> isTime(column.lakeType()) && roles.role(column.name()) == SourceRole.AUDIT_DATE)
                .filter(column -> Names.words(column.name()).stream().anyMatch(CHANGED::contains))
                .toList();
        return found.stream()
                .filter(column -> !column.nullable())
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(Column::name);
    }

    private static boolean isTime(LakeType type) {
        return type.isTemporal() && type.base() != LakeType.Base.DATE;
    }
}
