package io.lakewright.generator.artefact;

import static io.lakewright.generator.vault.ShopSchema.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.generator.artefact.Artefacts.Form;
import io.lakewright.generator.artefact.Artefacts.ProjectFile;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.DesignRequest.Kind;
import io.lakewright.generator.dimensional.DimensionalBuilder;
import io.lakewright.generator.layout.Layout;
import io.lakewright.generator.vault.ShopSchema;
import io.lakewright.sql.Dialect;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ArtefactsTest {

    private static DataModel star() {
        return DimensionalBuilder.build(
                        ShopSchema.schema(),
                        DesignRequest.of(
                                Kind.STAR,
                                Stream.of("order_lines", "orders", "products", "categories", "customers")
                                        .map(ShopSchema::name)
                                        .toList()))
                .model();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void drawsEveryTableAndOnlyEdgesBetweenNodes(Layout layout) {
        JsonNode graph = ReactFlowGraph.of(star(), layout);

        Set<String> nodes = new HashSet<>();
        graph.path("nodes").forEach(node -> nodes.add(node.path("id").asString()));
        assertThat(nodes).contains("source_products", "dim_product", "fact_order_line", "dim_date");
        assertThat(graph.path("edges"))
                .isNotEmpty()
                .allMatch(edge -> nodes.contains(edge.path("source").asString())
                        && nodes.contains(edge.path("target").asString()))
                .anyMatch(edge -> edge.path("type").asString().equals("foreign_key"))
                .anyMatch(edge -> edge.path("type").asString().equals("data_flow"));
        assertThat(ReactFlowGraph.of(star(), layout)).isEqualTo(graph);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void givesFilesInEveryForm(Form form) {
        List<ProjectFile> files = Artefacts.files(star(), form, Dialect.DATABRICKS);

        assertThat(files).isNotEmpty().allMatch(file -> !file.content().isBlank());
        assertThat(files).extracting(ProjectFile::path).doesNotHaveDuplicates();
    }

    @Test
    void readsTheYamlBack() {
        assertThat(ModelDocuments.fromYaml(Artefacts.yaml(star()))).isEqualTo(star());
    }

    @Test
    void loadsFactsAfterTheirDimensions() {
        assertThat(LoadSteps.of(star()))
                .extracting(LoadSteps.Step::tables)
                .containsExactly(List.of("dim_product", "dim_customer", "dim_date"), List.of("fact_order_line"));
    }

    @Test
    void givesAPageOfEachKindAndABusMatrixToStars() {
        assertThat(Documentation.of(star()))
                .extracting(Documentation.Page::name)
                .containsExactly(
                        "overview.md",
                        "source_to_target.md",
                        "data_dictionary.md",
                        "decisions.md",
                        "load_order.md",
                        "excluded.md",
                        "bus_matrix.md");
    }

    /** A table right behind a list would be read as a part of its last item. */
    @Test
    void beginsEveryTableAfterAnEmptyLine() {
        assertThat(Documentation.of(star()))
                .allSatisfy(page -> assertThat(page.content()).doesNotContainPattern("(?m)^[^|\\n].*\\n\\|"));
    }

    @Test
    void showsMarkupInNamesAndCommentsWithoutFollowingIt() {
        SourceTable plain =
                table("things", List.of("thing_id"), List.of(), List.of(), "thing_id integer!", "note text");
        Column hostile = new Column(
                "a|b\n<img src=x onerror=alert(1)>```",
                "text",
                io.lakewright.core.type.LakeType.STRING,
                true,
                false,
                false,
                Optional.of("</script>\n```\n# Title | [link](http://x)"),
                Optional.empty());
        SourceTable table = new SourceTable(
                plain.name(),
                Stream.concat(plain.columns().stream(), Stream.of(hostile)).toList(),
                plain.primaryKey(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        DataModel model = DimensionalBuilder.build(
                        new SourceSchema("x", "", "test", List.of(table)),
                        DesignRequest.of(Kind.DIMENSION, List.of(plain.name())))
                .model();

        for (Documentation.Page page : Documentation.of(model)) {
            assertThat(page.content()).as(page.name()).doesNotContain("<img", "</script>", "\n# Title");
            assertThat(page.content()
                                    .lines()
                                    .filter(line -> line.startsWith("```"))
                                    .count()
                            % 2)
                    .isZero();
        }
        assertThat(Mermaid.of(model)).doesNotContain("<", "|b", "`");
        assertThat(Dbml.of(model)).doesNotContain("\n#");
    }
}
