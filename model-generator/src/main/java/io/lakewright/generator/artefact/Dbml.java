package io.lakewright.generator.artefact;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The model in DBML, the language of dbdiagram.io. */
public final class Dbml {

    private Dbml() {}

    public static String of(DataModel model) {
        StringBuilder text = new StringBuilder();
        for (TableSpec table : model.tables()) {
            text.append("Table ").append(name(table.name())).append(" {\n");
            table.columns().forEach(column -> text.append(column(table, column)));
            if (table.keys().primary().size() > 1) {
                text.append("  indexes {\n    (")
                        .append(names(table.keys().primary()))
                        .append(") [pk]\n  }\n");
            }
            text.append("  Note: ").append(note(table.common().description())).append("\n}\n\n");
        }
        for (TableSpec table : model.tables()) {
            for (ModelForeignKey key : table.keys().foreign()) {
                model.byId(key.references())
                        .ifPresent(parent -> text.append("Ref: ")
                                .append(name(table.name()))
                                .append(".(")
                                .append(names(key.columns()))
                                .append(") > ")
                                .append(name(parent.name()))
                                .append(".(")
                                .append(names(key.referencedColumns()))
                                .append(")\n"));
            }
        }
        return text.toString();
    }

    private static String column(TableSpec table, ModelColumn column) {
        List<String> settings = new ArrayList<>();
        if (table.keys().primary().equals(List.of(column.name()))) {
            settings.add("pk");
        }
        if (!column.nullable()) {
            settings.add("not null");
        }
        column.comment().ifPresent(comment -> settings.add("note: " + note(comment)));
        return "  " + name(column.name()) + " \"" + column.type().text() + "\""
                + (settings.isEmpty() ? "" : " [" + String.join(", ", settings) + "]") + "\n";
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Dbml::name).collect(Collectors.joining(", "));
    }

    private static String name(String name) {
        return "\"" + name.replaceAll("[\"\\\\\\p{Cntrl}]", "_") + "\"";
    }

    private static String note(String words) {
        return "'" + words.replace("\\", "\\\\").replace("'", "\\'").replaceAll("\\p{Cntrl}", " ") + "'";
    }
}
