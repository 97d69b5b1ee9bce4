package io.lakewright.sql;

import io.lakewright.core.Copies;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Target;
import io.lakewright.sql.node.Form;
import io.lakewright.sql.node.Holes;
import io.lakewright.sql.node.Identifier;
import io.lakewright.sql.node.Literals;
import io.lakewright.sql.node.SqlWriter;
import java.util.List;
import java.util.Map;

/**
 * A script that is complete in itself.
 *
 * @param name file name such as {@code 01_dim_product.sql}; numbers follow the order in which scripts of the type run
 * @param tableId id of the table of the model that it serves; empty for schemas and landing tables
 * @param header lines of the comment at its head
 * @param targets where the layers stand, the defaults of the template's holes
 */
public record Script(
        ScriptType type,
        String name,
        String tableId,
        List<String> header,
        List<Statement> statements,
        Map<Layer, Target> targets) {

    public Script {
        header = Copies.list(header);
        statements = Copies.list(statements);
        targets = Copies.map(targets);
    }

    /** The script as it runs. */
    public String text() {
        return write(Form.TEXT);
    }

    /**
     * The same script as a Jinja2 template with one hole for the catalog and the schema of each layer. Rendered with
     * the defaults that its first comment lists, it gives exactly {@link #text()}.
     */
    public String template() {
        StringBuilder defaults = new StringBuilder("{# Where the layers stand, unless the environment says otherwise:");
        targets.forEach((layer, target) -> defaults.append("\n   ")
                .append(Holes.catalog(layer))
                .append(" = ")
                .append(Identifier.of(target.catalog()).name())
                .append("\n   ")
                .append(Holes.schema(layer))
                .append(" = ")
                .append(Identifier.of(target.schema()).name()));
        return defaults + "\n#}" + write(Form.TEMPLATE);
    }

    private String write(Form form) {
        SqlWriter writer = new SqlWriter(form);
        StringBuilder text = new StringBuilder();
        header.forEach(line -> text.append(comment(form, line)));
        for (Statement statement : statements) {
            text.append('\n');
            statement.check().ifPresent(check -> text.append(comment(form, check.testId())));
            text.append(comment(form, statement.purpose()));
            text.append(writer.write(statement.node())).append(";\n");
        }
        return text.toString();
    }

    private static String comment(Form form, String line) {
        return "-- " + form.fixed(Literals.comment(line)) + "\n";
    }
}
