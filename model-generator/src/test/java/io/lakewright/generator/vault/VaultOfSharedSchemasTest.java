package io.lakewright.generator.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lakewright.core.check.Severity;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.document.ModelSchema;
import io.lakewright.core.edit.ModelDiff;
import io.lakewright.core.edit.ModelEdit;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.SharedSchemas;
import io.lakewright.generator.edit.ModelEditor;
import io.lakewright.generator.rules.ModelRules;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.Script;
import io.lakewright.sql.ScriptPrinter;
import io.lakewright.sql.ScriptType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Vaults over public schemas, whole and in parts: what must hold of every one of them. */
@Tag("slow")
class VaultOfSharedSchemasTest {

    private static final int SUBSETS = 40;

    @Test
    void wholeSchemasMakeSoundVaults() throws IOException {
        List<SourceSchema> schemas = SharedSchemas.all();
        assumeTrue(!schemas.isEmpty(), "no shared schemas beside the repository");
        schemas.forEach(schema -> holds(schema, List.of()));
    }

    @Test
    void everyLoadOfAWholeSchemaIsPrinted() throws IOException {
        List<SourceSchema> schemas = SharedSchemas.all();
        assumeTrue(!schemas.isEmpty(), "no shared schemas beside the repository");
        for (SourceSchema schema : schemas) {
            DataModel model =
                    VaultBuilder.build(schema, VaultRequest.of(List.of())).model();
            for (Dialect dialect : Dialect.values()) {
                List<Script> scripts = ScriptPrinter.print(model, dialect);
                assertThat(scripts.stream().filter(s -> s.type() == ScriptType.ETL))
                        .as(schema.name())
                        .hasSameSizeAs(model.tables());
            }
        }
    }

    @Test
    void anyPartOfASchemaMakesASoundVault() throws IOException {
        List<SourceSchema> schemas = SharedSchemas.all();
        assumeTrue(!schemas.isEmpty(), "no shared schemas beside the repository");
        Random random = new Random(20);
        for (SourceSchema schema : schemas) {
            for (int i = 0; i < SUBSETS; i++) {
                holds(schema, subset(schema, random));
            }
        }
    }

    private static List<TableName> subset(SourceSchema schema, Random random) {
        List<TableName> names = new ArrayList<>();
        int most = 1 + random.nextInt(6);
        while (names.size() < most) {
            names.add(
                    schema.tables().get(random.nextInt(schema.tables().size())).name());
            schema.table(names.getLast()).stream()
                    .map(SourceTable::foreignKeys)
                    .flatMap(List::stream)
                    .filter(k -> random.nextBoolean())
                    .forEach(k -> names.add(k.references()));
        }
        return names;
    }

    private static void holds(SourceSchema schema, List<TableName> tables) {
        DataModel model = VaultBuilder.build(schema, VaultRequest.of(tables)).model();
        String what = schema.name() + " " + tables;
        assertThat(ModelRules.check(model).stream().filter(f -> f.severity() == Severity.ERROR))
                .as(what)
                .isEmpty();
        assertThat(VaultBuilder.build(schema, VaultRequest.of(tables)).model())
                .as(what)
                .isEqualTo(model);
        assertThat(ModelDocuments.fromJson(ModelDocuments.toJson(model))).isEqualTo(model);
        assertThat(ModelDocuments.fromYaml(ModelDocuments.toYaml(model))).isEqualTo(model);
        assertThat(ModelSchema.violations(ModelDocuments.toTree(model))).isEmpty();
        model.tables().forEach(table -> shape(table, what));
        everyColumnIsAccountedFor(model, what);
        reverses(model, what);
    }

    private static void shape(TableSpec table, String what) {
        Set<ColumnRole> keys = Set.of(
                ColumnRole.HASH_KEY,
                ColumnRole.FOREIGN_KEY,
                ColumnRole.BUSINESS_KEY,
                ColumnRole.LOAD_DATE,
                ColumnRole.RECORD_SOURCE);
        switch (table) {
            case TableSpec.Hub hub -> assertThat(hub.columns()).as(what).allMatch(c -> keys.contains(c.role()));
            case TableSpec.Link link -> {
                assertThat(link.columns()).as(what).allMatch(c -> keys.contains(c.role()));
                assertThat(link.loads().getFirst().columns().getFirst().sources())
                        .as(what + " " + link.name())
                        .hasSameSizeAs(link.hash().inputs());
            }
            case TableSpec.Satellite satellite ->
                assertThat(satellite.hash().inputs()).as(what).isNotEmpty();
            case TableSpec.Dimension _, TableSpec.DateDimension _, TableSpec.Fact _ ->
                throw new AssertionError("not a vault table: " + table.name());
        }
        assertThat(table.name()).hasSizeLessThanOrEqualTo(63);
        assertThat(table.columns()).extracting(ModelColumn::name).allMatch(n -> n.length() <= 63);
    }

    private static void everyColumnIsAccountedFor(DataModel model, String what) {
        assertThat(ModelRules.check(model)).as(what).noneMatch(f -> f.rule().equals("G03"));
    }

    private static void reverses(DataModel model, String what) {
        List<ModelEdit> edits = new ArrayList<>();
        for (TableSpec table : model.tables()) {
            table.columns().stream()
                    .filter(c -> c.role() == ColumnRole.BUSINESS_KEY || c.role() == ColumnRole.ATTRIBUTE)
                    .findFirst()
                    .ifPresent(c -> edits.add(new ModelEdit.RenameColumn(table.id(), c.name(), "renamed_one")));
            edits.add(new ModelEdit.RenameTable(table.id(), "t_" + edits.size()));
        }
        DataModel changed = ModelEditor.apply(model, edits, Optional.empty()).model();
        assertThat(ModelDiff.between(model, changed).reverse().apply(changed))
                .as(what)
                .isEqualTo(model);
        assertThat(ModelRules.check(changed).stream().filter(f -> f.severity() == Severity.ERROR))
                .as(what)
                .isEmpty();
    }
}
