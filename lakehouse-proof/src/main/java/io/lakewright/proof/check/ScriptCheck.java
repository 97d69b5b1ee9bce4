package io.lakewright.proof.check;

import io.lakewright.core.Copies;
import io.lakewright.core.model.DataModel;
import io.lakewright.engine.Engine;
import io.lakewright.engine.SqlFailure;
import io.lakewright.engine.tokens.SparkTokens;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.ScriptPrinter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the form of scripts: their tokens always, and by Delta's parser when the engine is already up. Never starts
 * the engine.
 */
public final class ScriptCheck {

    private final Engine engine;

    public ScriptCheck(Engine engine) {
        this.engine = engine;
    }

    /** A script by its file name. */
    public record Script(String name, String sql) {}

    /** What came out for one statement; {@code index} counts from 1 within its script. */
    public record Checked(String script, int index, String outcome, Optional<String> error) {
        public Checked {
            error = Copies.optional(error);
        }
    }

    /**
     * @param level {@code tokenizer} or {@code delta_parser}, whichever looked
     */
    public record Report(String level, List<Checked> statements) {
        public boolean passed() {
            return statements.stream().allMatch(line -> line.error().isEmpty());
        }
    }

    /**
     * @param model the model that the scripts were printed from: what its strip rules leave out is not put before the
     *     open-source parser, and a statement of which nothing is left says {@code checked_by_rule}
     */
    public Report check(List<Script> scripts, Optional<DataModel> model) {
        List<Checked> statements = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Script script : scripts) {
            SparkTokens.Outcome tokens = SparkTokens.check(script.sql());
            tokens.flaws()
                    .forEach(flaw -> statements.add(new Checked(
                            script.name(),
                            0,
                            "failed",
                            Optional.of(
                                    flaw.message() + " (line " + flaw.line() + ", column " + flaw.column() + ")"))));
            int index = 0;
            for (SparkTokens.Part statement : tokens.statements()) {
                index++;
                statements.add(new Checked(script.name(), index, "checked", Optional.empty()));
                texts.add(statement.text());
            }
        }
        boolean sound = statements.stream().allMatch(line -> line.error().isEmpty());
        if (!sound || !engine.status().ready()) {
            return new Report("tokenizer", statements);
        }
        return new Report("delta_parser", withParser(statements, texts, model));
    }

    private List<Checked> withParser(List<Checked> statements, List<String> texts, Optional<DataModel> model) {
        Map<String, Optional<String>> openSource =
                model.map(ScriptCheck::stripped).orElse(Map.of());
        List<Optional<String>> parsed = texts.stream()
                .map(text -> openSource.getOrDefault(text, Optional.of(text)))
                .toList();
        Iterator<Optional<SqlFailure>> failures =
                engine.parse(parsed.stream().flatMap(Optional::stream).toList()).iterator();
        List<Checked> result = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Checked line = statements.get(i);
            if (parsed.get(i).isEmpty()) {
                result.add(new Checked(line.script(), line.index(), "checked_by_rule", Optional.empty()));
            } else {
                Optional<String> error = failures.next().map(SqlFailure::text);
                result.add(new Checked(line.script(), line.index(), error.isPresent() ? "failed" : "checked", error));
            }
        }
        return result;
    }

    /** What is left of every printed statement of a model for open-source Spark and Delta. */
    private static Map<String, Optional<String>> stripped(DataModel model) {
        Map<String, Optional<String>> stripped = new HashMap<>();
        ScriptPrinter.print(model, Dialect.DATABRICKS).stream()
                .flatMap(script -> script.statements().stream())
                .forEach(statement ->
                        stripped.put(statement.text(), statement.forOpenSource().text()));
        return stripped;
    }
}
