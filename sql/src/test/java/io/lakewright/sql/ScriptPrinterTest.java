package io.lakewright.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hubspot.jinjava.Jinjava;
import io.lakewright.core.ProblemException;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableSpec;
import io.lakewright.sql.node.Holes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptPrinterTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    /** A model and the file that holds its scripts. */
    record Case(String name, DataModel model, Dialect dialect) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        DataModel merged = RetailModels.star(LoadStrategy.SCD2_MERGE, DeleteHandling.IGNORE, SurrogateKind.IDENTITY);
        DataModel closing = RetailModels.star(LoadStrategy.SCD2_MERGE, DeleteHandling.CLOSE, SurrogateKind.HASH);
        DataModel timeline = RetailModels.star(LoadStrategy.SCD2_TIMELINE, DeleteHandling.CLOSE, SurrogateKind.HASH);
        return Stream.of(
                new Case("star", merged, Dialect.DATABRICKS),
                new Case("star_oss", merged, Dialect.OSS),
                new Case("star_closing", closing, Dialect.DATABRICKS),
                new Case("star_timeline", timeline, Dialect.DATABRICKS),
                new Case("vault", RetailModels.vault(), Dialect.DATABRICKS),
                new Case("vault_oss", RetailModels.vault(), Dialect.OSS));
    }

    private static String all(List<Script> scripts) {
        return scripts.stream()
                .map(script -> "-- ==== " + script.type().folder() + "/" + script.name() + "\n" + script.text())
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsWhatTheGoldenFileHolds(Case expected) throws IOException {
        String text = all(ScriptPrinter.print(expected.model(), expected.dialect()));
        Path file = GOLDEN.resolve(expected.name() + ".sql");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rendersEveryTemplateToItsScript(Case printed) {
        Map<String, Object> holes = new HashMap<>();
        printed.model().targets().forEach((layer, target) -> {
            holes.put(Holes.catalog(layer), target.catalog());
            holes.put(Holes.schema(layer), target.schema());
        });
        for (Script script : ScriptPrinter.print(printed.model(), printed.dialect())) {
            assertThat(new Jinjava().render(script.template(), holes)).isEqualTo(script.text());
            assertThat(script.template()).contains("{{ ", "_catalog }}");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsEveryStatementAndLeavesNoBlanksAtLineEnds(Case printed) {
        for (Script script : ScriptPrinter.print(printed.model(), printed.dialect())) {
            assertThat(script.text()).endsWith(";\n").doesNotContain(" \n", "\t", "QUALIFY");
            assertThat(script.statements()).isNotEmpty();
        }
    }

    @Test
    void makesParentsBeforeChildren() {
        DataModel model = RetailModels.star(LoadStrategy.SCD2_MERGE, DeleteHandling.IGNORE, SurrogateKind.IDENTITY);
        List<String> ddl = names(model, ScriptType.DDL);
        assertThat(ddl).first().isEqualTo("01_schemas.sql");
        assertThat(ddl).last().isEqualTo("06_fact_bill_line.sql");
        assertThat(names(model, ScriptType.ETL))
                .containsExactly("01_dim_article.sql", "02_dim_buyer.sql", "03_fact_bill_line.sql");
    }

    private static List<String> names(DataModel model, ScriptType type) {
        return ScriptPrinter.print(model, Dialect.DATABRICKS).stream()
                .filter(script -> script.type() == type)
                .map(Script::name)
                .toList();
    }

    @Test
    void leavesOutWhatOpenSourceDeltaRefusesAndNamesTheRule() {
        List<Statement> ddl = ScriptPrinter.print(RetailModels.vault(), Dialect.DATABRICKS).stream()
                .filter(script -> script.type() == ScriptType.DDL)
                .flatMap(script -> script.statements().stream())
                .toList();
        assertThat(ddl)
                .flatExtracting(statement -> statement.forOpenSource().applied())
                .contains(StripRule.S01, StripRule.S02, StripRule.S03, StripRule.S04);
        assertThat(ddl)
                .allSatisfy(
                        statement -> assertThat(statement.forOpenSource().text().orElse(""))
                                .doesNotContain("PRIMARY KEY", "FOREIGN KEY", "SET TAGS", "CLUSTER BY AUTO"));
        assertThat(ddl)
                .filteredOn(statement -> statement.text().contains("SET TAGS"))
                .isNotEmpty()
                .allSatisfy(statement ->
                        assertThat(statement.forOpenSource().text()).isEmpty());
    }

    @Test
    void refusesColumnsThatDoNotExist() {
        DataModel model = RetailModels.vault();
        TableSpec hub = model.byId("hub_bill").orElseThrow();
        Load load = hub.loads().getFirst();
        Load.LoadColumn wrong = Load.LoadColumn.copy("bill_no", new ColumnRef("s", "nothing"));
        DataModel broken =
                model.withTable(hub.withCommon(hub.common().withLoads(List.of(load.withColumns(List.of(wrong))))));
        assertThatThrownBy(() -> ScriptPrinter.print(broken, Dialect.DATABRICKS))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("LW-1209");
    }
}
