package io.lakewright.generator.artefact;

import io.lakewright.core.model.DataModel;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.ScriptPrinter;
import io.lakewright.sql.ScriptType;
import java.util.List;
import java.util.Set;

/** The scripts of a model, each as SQL that runs and as the Jinja2 template that gives it. */
public final class Templates {

    /**
     * @param type of the script: ddl, etl, dml or test
     * @param content the Jinja2 template
     * @param sql the template rendered with the model's own targets
     */
    public record Template(String type, String name, String content, String sql) {}

    private Templates() {}

    /** Scripts of these types in the order in which they run. */
    public static List<Template> of(DataModel model, Set<ScriptType> types, Dialect dialect) {
        return ScriptPrinter.print(model, dialect).stream()
                .filter(script -> types.contains(script.type()))
                .map(script -> new Template(script.type().folder(), script.name(), script.template(), script.text()))
                .toList();
    }
}
