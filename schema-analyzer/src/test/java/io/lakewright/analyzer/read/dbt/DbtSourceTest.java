package io.lakewright.analyzer.read.dbt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.analyzer.SourceReaders;
import io.lakewright.analyzer.SourceReaders.OpenedSource;
import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.type.LakeType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbtSourceTest {

    private static final String MANIFEST = """
            {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json",
                          "project_name": "harbour", "adapter_type": "postgres"},
             "sources": {
               "source.harbour.raw.berths": {"source_name": "raw", "name": "berths", "identifier": "berth", "schema": "landing",
                 "description": "Where ships lie", "columns": {
                   "berth_id": {"name": "berth_id", "data_type": "integer", "description": "counts up"},
                   "code": {"name": "code", "data_type": "character varying(4)"},
                   "depth": {"name": "depth"}}},
               "source.harbour.raw.calls": {"source_name": "raw", "name": "calls", "schema": "landing", "columns": {
                   "call_id": {"name": "call_id", "data_type": "bigint", "constraints": [{"type": "primary_key"}]},
                   "berth": {"name": "berth", "data_type": "integer"}}},
               "source.harbour.raw.empty": {"name": "empty", "schema": "landing", "columns": {}}},
             "nodes": {
               "model.harbour.dim_berth": {"resource_type": "model", "name": "dim_berth", "schema": "mart",
                 "columns": {"berth_key": {"name": "berth_key", "data_type": "bigint"}}},
               "test.harbour.1": {"resource_type": "test", "column_name": "berth_id",
                 "test_metadata": {"name": "unique", "kwargs": {"column_name": "berth_id"}},
                 "depends_on": {"nodes": ["source.harbour.raw.berths"]}},
               "test.harbour.2": {"resource_type": "test", "column_name": "berth_id",
                 "test_metadata": {"name": "not_null", "kwargs": {}}, "depends_on": {"nodes": ["source.harbour.raw.berths"]}},
               "test.harbour.3": {"resource_type": "test", "column_name": "code",
                 "test_metadata": {"name": "unique", "kwargs": {}}, "depends_on": {"nodes": ["source.harbour.raw.berths"]}},
               "test.harbour.4": {"resource_type": "test", "column_name": "berth",
                 "test_metadata": {"name": "relationships", "kwargs": {"to": "source('raw', 'berths')", "field": "berth_id"}},
                 "depends_on": {"nodes": ["source.harbour.raw.berths", "source.harbour.raw.calls"]}}}}
            """;

    private static final String YAML = """
            version: 2
            sources:
              - name: raw
                schema: landing
                tables:
                  - name: berths
                    columns:
                      - name: berth_id
                        data_type: int
                        data_tests: [unique, not_null]
                  - name: calls
                    columns:
                      - name: call_id
                        data_type: bigint
                        tests: [unique, not_null]
                      - name: berth
                        data_type: int
                        tests:
                          - relationships: {to: "source('raw', 'berths')", field: berth_id}
            models:
              - name: dim_berth
                description: Berths for reports
                columns: [{name: berth_key, data_type: bigint}]
            """;

    @Test
    void readsTheSourcesOfAManifestWithTheirTestsAsKeys(@TempDir Path folder) throws Exception {
        OpenedSource opened = open(folder.resolve("manifest.json"), MANIFEST, List.of());
        SourceTable berth = table(opened, "landing.berth");
        SourceTable calls = table(opened, "landing.calls");

        assertThat(opened.schema().tables()).hasSize(2);
        assertThat(opened.schema().name()).isEqualTo("harbour");
        assertThat(berth.primaryKey()).containsExactly("berth_id");
        assertThat(berth.unique()).containsExactly(List.of("code"));
        assertThat(berth.comment()).contains("Where ships lie");
        assertThat(berth.column("code").orElseThrow().type()).isEqualTo("character varying(4)");
        assertThat(berth.column("depth").orElseThrow())
                .returns("unknown", Column::type)
                .returns(LakeType.STRING, Column::lakeType);
        assertThat(calls.primaryKey()).containsExactly("call_id");
        assertThat(calls.foreignKeys())
                .containsExactly(ForeignKey.declared(List.of("berth"), berth.name(), List.of("berth_id")));
        assertThat(opened.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("landing.empty"))
                .anySatisfy(warning -> assertThat(warning).contains("1 column has no data type"));
    }

    @Test
    void readsModelsWhenTheirSchemaIsAskedFor(@TempDir Path folder) throws Exception {
        OpenedSource opened = open(folder.resolve("manifest.json"), MANIFEST, List.of("mart"));

        assertThat(opened.schema().tables()).extracting(t -> t.name().text()).containsExactly("mart.dim_berth");
    }

    @Test
    void readsYamlOfAProject(@TempDir Path folder) throws Exception {
        OpenedSource opened = open(folder.resolve("schema.yml"), YAML, List.of());
        SourceTable calls = table(opened, "landing.calls");

        assertThat(opened.schema().tables()).hasSize(3);
        assertThat(table(opened, "models.dim_berth").comment()).contains("Berths for reports");
        assertThat(calls.primaryKey()).containsExactly("call_id");
        assertThat(calls.foreignKeys())
                .containsExactly(ForeignKey.declared(
                        List.of("berth"), table(opened, "landing.berths").name(), List.of("berth_id")));
    }

    @Test
    void refusesWhatDescribesNothing(@TempDir Path folder) {
        assertThatThrownBy(() -> open(folder.resolve("x.yml"), "a: 1", List.of()))
                .hasMessageContaining("LW-1524");
        assertThatThrownBy(() -> open(folder.resolve("manifest.json"), "{\"name\": \"web app\"}", List.of()))
                .hasMessageContaining("LW-1524");
        assertThatThrownBy(() -> open(folder.resolve("y.yml"), "models: [{name: a}]", List.of()))
                .hasMessageContaining("LW-1523");
        assertThatThrownBy(() -> open(folder.resolve("z.yml"), "a: &a [*a]", List.of()))
                .hasMessageContaining("LW-1004");
    }

    private static OpenedSource open(Path file, String text, List<String> schemas) throws Exception {
        Files.writeString(file, text);
        return SourceReaders.open(
                file.toString(), new ReadOptions(schemas, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static SourceTable table(OpenedSource opened, String name) {
        return opened.schema().named(name).getFirst();
    }
}
