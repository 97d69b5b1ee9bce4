package io.lakewright.assistant.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Adds up the weights of the lexicon and turns the sums into probabilities. */
final class IntentScorer {

    // Wider than 1, because sums of hand-set weights are more certain than they should be.
    private static final double TEMPERATURE = 1.3;

    /** An intent with the sum of its weights and its probability among all. */
    record Scored(Intent intent, double score, double probability) {}

    private final Lexicon lexicon;

    IntentScorer(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** All intents, the most probable first. */
    List<Scored> score(String masked) {
        double total = 0;
        List<Scored> sums = new ArrayList<>();
        for (Map.Entry<Intent, Lexicon.IntentFeatures> intent :
                lexicon.intents().entrySet()) {
            double sum = intent.getValue().bias();
            for (Lexicon.Feature feature : intent.getValue().features()) {
                if (feature.pattern().matcher(masked).find()) {
                    sum += feature.weight();
                }
            }
            double weight = Math.exp(sum / TEMPERATURE);
            total += weight;
            sums.add(new Scored(intent.getKey(), sum, weight));
        }
        double all = total;
        return sums.stream()
                .map(s -> new Scored(s.intent(), s.score(), s.probability() / all))
                .sorted(Comparator.comparingDouble(Scored::probability).reversed())
                .toList();
    }
}
