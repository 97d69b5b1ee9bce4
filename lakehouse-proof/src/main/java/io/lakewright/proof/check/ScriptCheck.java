package io.lakewright.proof.check;

import io.lakewright.core.Copies;
import io.lakewright.engine.Engine;
import io.lakewright.engine.SqlFailure;
import io.lakewright.engine.tokens.SparkTokens;
import java.util.ArrayList;
import java.util.List;
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

    public Report check(List<Script> scripts) {
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
        return new Report("delta_parser", withParser(statements, engine.parse(texts)));
    }

    private static List<Checked> withParser(List<Checked> statements, List<Optional<SqlFailure>> failures) {
        List<Checked> result = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Checked line = statements.get(i);
            Optional<String> error = failures.get(i).map(SqlFailure::text);
            result.add(new Checked(line.script(), line.index(), error.isPresent() ? "failed" : "checked", error));
        }
        return result;
    }
}
