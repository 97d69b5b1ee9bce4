package io.lakewright.generator.dimensional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.core.check.Severity;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.document.ModelSchema;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Exclusion;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.SharedSchemas;
import io.lakewright.generator.design.Design;
import io.lakewright.generator.design.DesignRequest;
import io.lakewright.generator.design.DesignRequest.Kind;
import io.lakewright.generator.rules.ModelRules;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.ScriptPrinter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Builds what people may ask for over public schemas, and holds every result to what a design promises. */
@Tag("slow")
class SharedSchemasStarTest {

    @TestFactory
    Stream<DynamicTest> everyTableWithItsParentsMakesADimension() throws IOException {
        return schemas()
                .map(schema -> DynamicTest.dynamicTest(schema.name(), () -> {
                    SchemaUnderstanding understanding = SchemaUnderstanding.of(schema);
                    for (SourceTable table : schema.tables()) {
                        Set<TableName> tables = new LinkedHashSet<>(List.of(table.name()));
                        understanding.outgoing(table.name()).forEach(r -> tables.add(r.to()));
                        if (!table.primaryKey().isEmpty()) {
                            holds(schema, DesignRequest.of(Kind.DIMENSION, List.copyOf(tables)));
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyKeyedTableWithItsSurroundingsMakesAStar() throws IOException {
        return schemas()
                .map(schema -> DynamicTest.dynamicTest(schema.name(), () -> {
                    SchemaUnderstanding understanding = SchemaUnderstanding.of(schema);
                    for (SourceTable table : schema.tables()) {
                        Set<TableName> tables = new LinkedHashSet<>(List.of(table.name()));
                        understanding.outgoing(table.name()).forEach(r -> tables.add(r.to()));
                        List.copyOf(tables)
                                .forEach(t -> understanding.outgoing(t).forEach(r -> tables.add(r.to())));
                        if (!table.primaryKey().isEmpty()) {
                            holds(schema, DesignRequest.of(Kind.STAR, List.copyOf(tables)));
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> wholeSchemasMakeStars() throws IOException {
        return schemas()
                .map(schema -> DynamicTest.dynamicTest(schema.name(), () -> {
                    Design design = holds(
                            schema,
                            DesignRequest.of(
                                    Kind.STAR,
                                    schema.tables().stream()
                                            .map(SourceTable::name)
                                            .toList()));
                    assertThat(design.model().tables()).anyMatch(t -> t instanceof TableSpec.Fact);
                }));
    }

    private static Stream<SourceSchema> schemas() throws IOException {
        List<SourceSchema> all = SharedSchemas.all();
        assumeFalse(all.isEmpty(), "the public schemas are not beside the repository");
        return all.stream();
    }

    private static Design holds(SourceSchema schema, DesignRequest request) {
        Design design = DimensionalBuilder.build(schema, request);
        DataModel model = design.model();
        String subject = schema.name() + " " + request.kind() + " " + request.tables();

        assertThat(ModelRules.check(model).stream()
                        .filter(f -> f.severity() == Severity.ERROR)
                        .map(f -> f.rule() + " " + f.message()))
                .as(subject)
                .isEmpty();
        everyTableHasItsPlace(request, model, subject);
        everyColumnHasItsPlace(model, subject);
        assertThat(ScriptPrinter.print(model, Dialect.DATABRICKS)).as(subject).isNotEmpty();
        assertThat(ModelDocuments.fromJson(ModelDocuments.toJson(model)))
                .as(subject)
                .isEqualTo(model);
        assertThat(ModelDocuments.fromYaml(ModelDocuments.toYaml(model)))
                .as(subject)
                .isEqualTo(model);
        assertThat(ModelSchema.violations(ModelDocuments.toTree(model)))
                .as(subject)
                .isEmpty();
        assertThat(DimensionalBuilder.build(schema, request)).as(subject).isEqualTo(design);
        return design;
    }

    private static void everyTableHasItsPlace(DesignRequest request, DataModel model, String subject) {
        Set<String> known = read(model);
        model.excluded().forEach(e -> known.add(e.table()));
        assertThat(request.tables()).as(subject).allMatch(table -> known.contains(table.text()));
    }

    private static Set<String> read(DataModel model) {
        Set<String> read = new HashSet<>();
        for (TableSpec table : model.tables()) {
            for (Load load : table.loads()) {
                read.add(load.from().table());
                load.from().joins().forEach(join -> read.add(join.table()));
            }
        }
        return read;
    }

    private static void everyColumnHasItsPlace(DataModel model, String subject) {
        Set<String> known =
                model.excluded().stream().map(Exclusion::table).collect(Collectors.toCollection(HashSet::new));
        for (TableSpec table : model.tables()) {
            for (Load load : table.loads()) {
                List<String> aliases =
                        new ArrayList<>(List.of(load.from().alias(), load.from().table()));
                load.from().joins().forEach(join -> {
                    aliases.add(join.alias());
                    aliases.add(join.table());
                    join.via().forEach(pair -> known.add(join.table() + "." + pair.right()));
                });
                Stream.of(
                                load.columns().stream().flatMap(c -> c.sources().stream()),
                                load.lookups().stream().flatMap(l -> l.naturalKey().stream()),
                                load.from().joins().stream()
                                        .flatMap(j -> j.via().stream())
                                        .map(Load.JoinPair::left))
                        .flatMap(refs -> refs)
                        .forEach(ref -> known.add(aliases.get(aliases.indexOf(ref.alias()) + 1) + "." + ref.column()));
            }
        }
        Set<String> carriers = model.tables().stream()
                .flatMap(t -> t.sources().stream())
                .map(TableName::text)
                .collect(Collectors.toSet());
        for (SourceTable table : model.source().tables()) {
            if (carriers.contains(table.name().text())) {
                assertThat(table.columns().stream().map(Column::name))
                        .as(subject + " " + table.name())
                        .allMatch(column -> known.contains(table.name().text() + "." + column));
            }
        }
    }
}
