package io.lakewright.analyzer;

import io.lakewright.analyzer.understand.KeyCompletion;
import io.lakewright.analyzer.understand.ReferenceCompletion;
import io.lakewright.analyzer.understand.RowBudget;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A schema with the references and keys that its rows bear out, where the source declares none.
 *
 * @param warnings what was not reached in time, one sentence each
 */
public record RowEvidence(SourceSchema schema, List<String> warnings) {

    private static final int MOST_NAMED = 5;

    public RowEvidence {
        warnings = List.copyOf(warnings);
    }

    /** Reads for no longer than a person waits: {@link RowBudget#USUAL} for references and as long for keys. */
    public static RowEvidence of(SourceSchema schema, SourceRows rows) {
        return of(schema, rows, RowBudget.USUAL);
    }

    /** @param patience for references, and as long for keys */
    public static RowEvidence of(SourceSchema schema, SourceRows rows, Duration patience) {
        List<String> warnings = new ArrayList<>();
        RowBudget references = new RowBudget(patience);
        SourceSchema referring = ReferenceCompletion.complete(schema, rows, references);
        warn(warnings, references, "References from and to", "are decided by names alone", patience);
        RowBudget keys = new RowBudget(patience);
        SourceSchema keyed = KeyCompletion.complete(referring, rows, keys);
        warn(warnings, keys, "Keys of", "were not looked for", patience);
        return new RowEvidence(keyed, warnings);
    }

    private static void warn(List<String> warnings, RowBudget budget, String what, String then, Duration patience) {
        List<TableName> missed = budget.missed();
        if (!missed.isEmpty()) {
            String names =
                    missed.stream().limit(MOST_NAMED).map(TableName::text).collect(Collectors.joining(", "));
            warnings.add(what + " " + names
                    + (missed.size() > MOST_NAMED ? " and " + (missed.size() - MOST_NAMED) + " more tables" : "") + " "
                    + then + ": reading rows took longer than " + patience.toSeconds() + " seconds.");
        }
    }
}
