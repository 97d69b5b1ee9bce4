package io.lakewright.generator.artefact;

import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.model.DataModel;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.ScriptType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Files of a model, by the form that is wanted. */
public final class Artefacts {

    /** The forms in which a model can be had. */
    public enum Form {
        SQL,
        YAML,
        DOCS,
        MERMAID,
        DBML
    }

    /** A file with its path inside the project. */
    public record ProjectFile(String path, String content) {}

    private Artefacts() {}

    public static List<ProjectFile> files(DataModel model, Form form, Dialect dialect) {
        return switch (form) {
            case SQL -> scripts(model, dialect);
            case YAML -> List.of(new ProjectFile("model.yaml", yaml(model)));
            case DOCS ->
                Documentation.of(model).stream()
                        .map(page -> new ProjectFile("docs/" + page.name(), page.content()))
                        .toList();
            case MERMAID -> List.of(new ProjectFile("docs/model.mmd", Mermaid.of(model)));
            case DBML -> List.of(new ProjectFile("docs/model.dbml", Dbml.of(model)));
        };
    }

    /** The YAML document of the model, from which it can be read back. */
    public static String yaml(DataModel model) {
        return ModelDocuments.toYaml(model);
    }

    private static List<ProjectFile> scripts(DataModel model, Dialect dialect) {
        List<ProjectFile> files = new ArrayList<>();
        for (Templates.Template template : Templates.of(model, EnumSet.allOf(ScriptType.class), dialect)) {
            String path = "scripts/" + template.type() + "/" + template.name();
            files.add(new ProjectFile(path, template.sql()));
            files.add(new ProjectFile(path + ".j2", template.content()));
        }
        return files;
    }
}
