package io.lakewright.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measured times of one thing, in milliseconds. */
final class Sample {

    private final String name;
    private final String target;
    private final List<Double> times = new ArrayList<>();

    Sample(String name, String target) {
        this.name = name;
        this.target = target;
    }

    void add(double milliseconds) {
        times.add(milliseconds);
    }

    /** The value below which that share of the times lies. */
    double percentile(double share) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    String line() {
        if (times.isEmpty()) {
            return String.format(Locale.ROOT, "| %s | - | - | - | - | %s |", name, target);
        }
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.0f | %s |",
                name,
                times.size(),
                percentile(0.5),
                percentile(0.95),
                percentile(1.0),
                target);
    }
}
