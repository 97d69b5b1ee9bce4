package io.lakewright.generator.server;

import io.lakewright.core.Problem;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Nearest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the tables that written names mean. */
final class WrittenTables {

    private WrittenTables() {}

    static List<TableName> tables(SourceSchema schema, List<String> written) {
        return written.stream().map(name -> table(schema, name)).distinct().toList();
    }

    /**
     * The one table that a written name means.
     *
     * @throws io.lakewright.core.ProblemException LW-1851 unknown, with near names; LW-1852 several tables fit
     */
    static TableName table(SourceSchema schema, String written) {
        List<SourceTable> found = schema.named(written);
        if (found.size() == 1) {
            return found.getFirst().name();
        }
        if (found.isEmpty()) {
            throw Nearest.notFound(
                            "LW-1851",
                            "There is no table " + written + " in " + schema.name() + ".",
                            written,
                            schema.tables().stream().map(t -> t.name().table()).toList())
                    .exception();
        }
        String choices = found.stream().map(t -> t.name().text()).collect(Collectors.joining(", "));
        throw new Problem.InvalidRequest(
                        "LW-1852",
                        written + " can mean " + choices + ".",
                        "Write the schema before the table.",
                        Map.of("choices", choices))
                .exception();
    }
}
