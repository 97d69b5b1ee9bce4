package io.lakewright.generator.edit;

import io.lakewright.core.Problem;
import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Severity;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.generator.design.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A model while edits are carried out on it. Lives for one call; not safe for concurrent use. */
final class Draft {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,254}");

    private DataModel model;
    private final Optional<SourceSchema> schema;
    private final List<String> applied = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Draft(DataModel model, Optional<SourceSchema> schema) {
        this.model = model;
        this.schema = schema;
    }

    DataModel model() {
        return model;
    }

    Optional<SourceSchema> schema() {
        return schema;
    }

    Edited done() {
        return new Edited(model, applied, findings);
    }

    void set(DataModel changed) {
        model = changed;
    }

    void put(TableSpec changed) {
        model = model.withTable(changed);
    }

    /** Rewrites every table. */
    void each(UnaryOperator<TableSpec> change) {
        model = model.withTables(model.tables().stream().map(change).toList());
    }

    void say(String sentence) {
        applied.add(sentence);
    }

    void warn(String code, String rule, String table, String message) {
        findings.add(Finding.of(Severity.WARNING, code, rule, message).on(table));
    }

    /** The table of that id or name, or NotFound with near names. */
    TableSpec table(String idOrName) {
        return model.table(idOrName)
                .orElseThrow(() -> Nearest.notFound(
                                "LW-1811",
                                "The model has no table " + idOrName + ".",
                                idOrName,
                                model.tables().stream().map(TableSpec::name).toList())
                        .exception());
    }

    static ModelColumn column(TableSpec table, String name) {
        return table.column(name)
                .orElseThrow(() -> Nearest.notFound(
                                "LW-1812",
                                table.name() + " has no column " + name + ".",
                                name,
                                table.columns().stream().map(ModelColumn::name).toList())
                        .exception());
    }

    /** The names of the columns as the table spells them. */
    static List<String> columns(TableSpec table, List<String> names) {
        return names.stream().map(name -> column(table, name).name()).distinct().toList();
    }

    /** Refuses a name that would need quotes everywhere (databricks.md N-01, N-02). */
    static void requireIdentifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw Problem.invalid(
                            "LW-1813",
                            "\"" + name + "\" is not a plain name.",
                            "Use letters, digits and underscores, starting with a letter, for example dim_product.")
                    .exception();
        }
    }

    static Problem conflict(String code, String message, String nextStep) {
        return new Problem.Conflict(code, message, nextStep, Map.of());
    }
}
