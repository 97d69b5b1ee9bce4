package io.lakewright.benchmarks;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.core.schema.SourceSchema;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;

/** How the analysis of a schema (relationships, roles, classes) grows with its tables. */
final class AnalysisCurve {

    private static final List<Integer> SIZES = List.of(100, 200, 400, 1_000, 2_000, 4_000, 10_000);
    private static final int RUNS = 5;
    private static final int SLOW_RUNS = 2;

    private AnalysisCurve() {}

    /** Prints one line a size: tables, references found, best and worst time, time a table, largest heap. */
    static void print(PrintStream out) {
        SchemaUnderstanding.of(GeneratedSchema.of(400, 7));
        out.println("| tables | inferred references | best ms | worst ms | ms a table | heap MB | target |");
        out.println("|---|---|---|---|---|---|---|");
        for (int size : SIZES) {
            measure(size, out);
        }
    }

    private static void measure(int size, PrintStream out) {
        SourceSchema schema = GeneratedSchema.of(size, 7);
        double best = Double.MAX_VALUE;
        double worst = 0;
        int found = 0;
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        for (int run = 0; run < (size > 1_000 ? SLOW_RUNS : RUNS); run++) {
            long start = System.nanoTime();
            found = SchemaUnderstanding.of(schema).relationships().size();
            double ms = (System.nanoTime() - start) / 1e6;
            best = Math.min(best, ms);
            worst = Math.max(worst, ms);
        }
        long heap = pools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
        String target = size == 400 ? "< 1,000 ms" : size == 10_000 ? "< 20,000 ms, < 1,024 MB" : "";
        out.printf(
                Locale.ROOT,
                "| %,d | %,d | %,.0f | %,.0f | %.2f | %,d | %s |%n",
                size,
                found,
                best,
                worst,
                best / size,
                heap,
                target);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
