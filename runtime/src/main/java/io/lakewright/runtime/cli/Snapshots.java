package io.lakewright.runtime.cli;

import io.lakewright.analyzer.read.JsonFactsReader;
import io.lakewright.analyzer.read.JsonFactsWriter;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.SchemaDrift;
import io.lakewright.core.schema.SchemaDrift.Change;
import io.lakewright.core.schema.SourceSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps what was read of a source, and tells later what has changed there since. */
final class Snapshots {

    private Snapshots() {}

    /** @throws io.lakewright.core.ProblemException LW-2143 when the file cannot be written */
    static void save(SourceSchema schema, Path file) {
        try {
            Files.writeString(file, Json.pretty(JsonFactsWriter.write(schema)));
        } catch (IOException e) {
            throw Problem.invalid(
                            "LW-2143",
                            "The file \"" + file + "\" cannot be written.",
                            "Name a file in a folder that exists.")
                    .exception();
        }
    }

    /** What has changed since a snapshot was saved. */
    static SchemaDrift since(Path file, SourceSchema now) {
        return SchemaDrift.between(JsonFactsReader.read(file).schema(), now);
    }

    /** One line a change; what may break loads is marked. */
    static void print(SchemaDrift drift, String file, PrintStream out) {
        if (drift.isEmpty()) {
            out.println("Nothing has changed since " + file + ".");
            return;
        }
        int count = drift.changes().size();
        long breaking = drift.changes().stream().filter(Change::breaks).count();
        out.println("Since " + file + ": " + count + (count == 1 ? " change" : " changes") + ", "
                + (breaking == 0 ? "none" : breaking) + " of which may break loads (marked !)");
        drift.changes()
                .forEach(change -> out.println("  " + (change.breaks() ? "! " : "  ") + PlainText.of(change.text())));
        out.println();
    }

    static ArrayNode json(SchemaDrift drift) {
        ArrayNode changes = Json.array();
        for (Change change : drift.changes()) {
            ObjectNode entry = changes.addObject()
                    .put("kind", change.kind().name().toLowerCase(Locale.ROOT))
                    .put("table", change.table().text());
            change.column().ifPresent(name -> entry.put("column", name));
            entry.put("before", change.before())
                    .put("after", change.after())
                    .put("may_break_loads", change.breaks())
                    .put("text", change.text());
        }
        return changes;
    }
}
