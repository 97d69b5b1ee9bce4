package io.lakewright.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.existing.ExistingModel;
import io.lakewright.analyzer.read.ddl.DdlReader;
import io.lakewright.analyzer.sample.Sample;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.TableKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.dimensional.DimensionalBuilder;
import io.lakewright.generator.vault.VaultBuilder;
import io.lakewright.generator.vault.VaultRequest;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.ScriptPrinter;
import io.lakewright.sql.ScriptType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Lakewright designs and prints, it recognises again where it stands: the same tables, keys and references. */
class ExistingModelRoundTripTest {

    static Stream<SourceSchema> schemas() throws IOException {
        return Stream.concat(
                Stream.of(Sample.schema()),
                SharedSchemas.all().stream().filter(schema -> !schema.name().equals("ssb")));
    }

    private static DataModel readAgain(DataModel model) {
        String script = ScriptPrinter.print(model, Dialect.DATABRICKS).stream()
                .filter(printed -> printed.type() == ScriptType.DDL)
                .map(printed -> printed.text())
                .collect(Collectors.joining("\n"));
        SourceSchema all = DdlReader.read(script, model.name(), "model.sql").schema();
        String landing = model.targets().get(Layer.BRONZE).schema();
        List<SourceTable> warehouse = all.tables().stream()
                .filter(table -> !table.name().schema().equals(landing))
                .toList();
        return ExistingModel.read(SchemaUnderstanding.of(all.withTables(warehouse)))
                .orElseThrow();
    }

    private static Map<String, String> described(DataModel model) {
        Map<String, String> tables = new TreeMap<>();
        for (TableSpec table : model.tables()) {
            tables.put(
                    table.name(),
                    kind(table) + " keys " + table.businessKey() + " primary "
                            + table.keys().primary() + " on " + names(model, table.parents()) + " refers to "
                            + names(
                                    model,
                                    table.keys().foreign().stream()
                                            .map(ModelForeignKey::references)
                                            .toList()));
        }
        return tables;
    }

    /** A calendar whose range the catalogue does not show is read as a dimension. */
    private static TableKind kind(TableSpec table) {
        return table.kind() == TableKind.DATE_DIMENSION ? TableKind.DIMENSION : table.kind();
    }

    private static List<String> names(DataModel model, List<String> ids) {
        return ids.stream()
                .map(id -> model.byId(id).map(TableSpec::name).orElse(id))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void recognisesItsOwnStar(SourceSchema schema) {
        DataModel designed = DimensionalBuilder.build(
                        schema,
                        DesignRequest.of(
                                DesignRequest.Kind.STAR,
                                schema.tables().stream().map(SourceTable::name).toList()))
                .model();

        assertThat(described(readAgain(designed))).isEqualTo(described(designed));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void recognisesItsOwnVault(SourceSchema schema) {
        DataModel designed = VaultBuilder.build(
                        schema,
                        VaultRequest.of(
                                schema.tables().stream().map(SourceTable::name).toList()))
                .model();

        assertThat(described(readAgain(designed))).isEqualTo(described(designed));
    }
}
