package io.lakewright.analyzer.server;

import io.lakewright.analyzer.understand.KeyCheck;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A profile as a page of text for people and brains: what it rests on, then a line a column. */
final class ProfileText {

    private ProfileText() {}

    static String of(SourceTable table, TableProfile profile, TableProfile.Depth depth) {
        String name = SafeText.name(table.name().text());
        if (profile.figures().isEmpty()) {
            return switch (depth) {
                case KNOWN -> "The source has told no figures of " + name + ". Ask with depth sample or exact.";
                case SAMPLE -> "There are no rows of " + name + " to look at.";
                case EXACT -> "The source computes no figures of " + name + ". Ask with depth sample.";
            };
        }
        TableFigures figures = profile.figures().get();
        StringBuilder text =
                new StringBuilder(name).append(": ").append(basis(figures)).append('\n');
        for (Column column : table.columns()) {
            figures.column(column.name()).ifPresent(found -> {
                List<String> parts = new ArrayList<>();
                found.profile().nullShare().ifPresent(share -> parts.add(percent(share) + " NULL"));
                found.profile()
                        .distinctCount()
                        .ifPresent(count -> parts.add((found.estimatedDistinct() ? "about " : "")
                                + String.format(Locale.ROOT, "%,d", count) + " different"));
                found.lengths()
                        .ifPresent(
                                lengths -> parts.add(lengths.shortest() + " to " + lengths.longest() + " characters"));
                text.append(SafeText.name(column.name()))
                        .append(": ")
                        .append(String.join(", ", parts))
                        .append('\n');
            });
        }
        for (KeyCheck check : profile.keys()) {
            text.append("key ")
                    .append(SafeText.name(String.join(",", check.columns())))
                    .append(": ")
                    .append(check.words())
                    .append('\n');
        }
        return text.toString();
    }

    private static String basis(TableFigures figures) {
        String rows = String.format(Locale.ROOT, "%,d", figures.rows());
        if (figures.basis() == ColumnProfile.Basis.CATALOG_STATISTICS) {
            return "estimates of the database";
        }
        if (figures.basis() == ColumnProfile.Basis.SAMPLE) {
            return "figures of " + rows + " sampled rows";
        }
        return figures.rows() == 0 ? "figures over all rows" : "figures over all " + rows + " rows";
    }

    private static String percent(double share) {
        return share == 0 ? "no" : share < 0.01 ? "under 1%" : Math.round(share * 100) + "%";
    }
}
