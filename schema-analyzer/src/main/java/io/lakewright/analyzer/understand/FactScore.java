package io.lakewright.analyzer.understand;

import io.lakewright.core.schema.TableName;
import java.util.Map;

/**
 * The score of modeling.md 4.3 step 5: .25 topology, .20 measures, .20 event date, .15 references, .10 rows, .10 not
 * referred to, minus .10 texts, plus or minus .05 for the name. Where row counts are unknown the other weights are scaled
 * up.
 */
final class FactScore {

    private static final double WITHOUT_ROWS = 1 / 0.9;

    private final double maximumTopology;
    private final double maximumLogRows;

    FactScore(Map<TableName, TableFeatures> features) {
        this.maximumTopology = features.values().stream()
                .mapToDouble(TableFeatures::topology)
                .max()
                .orElse(0);
        this.maximumLogRows = features.values().stream()
                .mapToDouble(found -> Math.log1p(found.rows()))
                .max()
                .orElse(0);
    }

    double of(TableFeatures f) {
        double base = 0.25 * (maximumTopology == 0 ? 0 : f.topology() / maximumTopology)
                + 0.20 * Math.min(f.measures(), 3) / 3
                + 0.20 * (f.eventDate() ? 1 : 0)
                + 0.15 * Math.min(f.parents().size(), 3) / 3
                + 0.10 * (f.incoming() == 0 ? 1 : f.incoming() == 1 ? 0.5 : 0);
        double scaled = f.table().rowCount().isEmpty() || maximumLogRows == 0
                ? base * WITHOUT_ROWS
                : base + 0.10 * Math.log1p(f.rows()) / maximumLogRows;
        double score = scaled - 0.10 * Math.min(f.texts(), 3) / 3 + TechnicalNames.lexicalBonus(f.table());
        return Math.clamp(score, 0, 1);
    }
}
