package io.lakewright.generator.artefact;

import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableSpec;

/** The model as an entity relationship diagram of Mermaid. */
public final class Mermaid {

    private Mermaid() {}

    public static String of(DataModel model) {
        StringBuilder text = new StringBuilder("erDiagram\n");
        for (TableSpec table : model.tables()) {
            text.append("  ").append(word(table.name())).append(" {\n");
            for (ModelColumn column : table.columns()) {
                text.append("    ")
                        .append(word(column.type().text()))
                        .append(' ')
                        .append(word(column.name()))
                        .append(mark(table, column))
                        .append('\n');
            }
            text.append("  }\n");
        }
        for (TableSpec table : model.tables()) {
            for (ModelForeignKey key : table.keys().foreign()) {
                model.byId(key.references())
                        .ifPresent(parent -> text.append("  ")
                                .append(word(parent.name()))
                                .append(" ||--o{ ")
                                .append(word(table.name()))
                                .append(" : ")
                                .append(word(key.role().orElse(String.join("_", key.columns()))))
                                .append('\n'));
            }
        }
        return text.toString();
    }

    private static String mark(TableSpec table, ModelColumn column) {
        boolean primary = table.keys().primary().contains(column.name());
        boolean foreign =
                table.keys().foreign().stream().anyMatch(key -> key.columns().contains(column.name()));
        return primary && foreign ? " PK,FK" : primary ? " PK" : foreign ? " FK" : "";
    }

    /** Mermaid takes words of letters, digits and underscores without quotes. */
    private static String word(String name) {
        String word = name.replaceAll("[^A-Za-z0-9_]+", "_");
        return word.isEmpty() || Character.isDigit(word.charAt(0)) ? "n" + word : word;
    }
}
