package io.lakewright.analyzer.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.read.JsonFactsWriter;
import io.lakewright.analyzer.understand.SourceRelationship;
import io.lakewright.analyzer.understand.TableClass.Kind;
import io.lakewright.core.document.Json;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SampleTest {

    private static final Path SNAPSHOT = Path.of(System.getProperty("lakewright.root", ".."))
            .resolve("schema-analyzer/src/main/resources/io/lakewright/analyzer/sample/retail.json");

    @Test
    void snapshotHoldsTheStatisticsOfAllGeneratedRows() throws Exception {
        assertThat(Sample.declared().warnings()).isEmpty();
        SourceSchema declared = Sample.declared().schema();
        SourceSchema described = new SourceSchema(
                "sample",
                "An invented retailer with shops and an online store: products, customers, orders, stock.",
                "Lakewright sample",
                declared.tables());
        SourceSchema computed = ExactStatistics.of(described, new SampleStore());
        String text = compact(computed);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(SNAPSHOT, text);
        }

        assertThat(Files.readString(SNAPSHOT)).isEqualTo(text);
        assertThat(Sample.schema()).isEqualTo(computed);
    }

    /** A line for every table keeps the file small and its changes readable. */
    private static String compact(SourceSchema schema) {
        return Json.compact(JsonFactsWriter.write(schema)).replace("},{\"schema\":", "},\n{\"schema\":") + "\n";
    }

    @Test
    void hasTheTablesThatTheFirstRequestAsksFor() {
        SchemaUnderstanding understanding = SchemaUnderstanding.of(Sample.schema());
        SourceTable product = understanding.names().tables("product").getFirst();
        SourceTable category = understanding.names().tables("productcategory").getFirst();

        assertThat(product.rowCount()).contains(15_000L);
        assertThat(product.primaryKey()).containsExactly("product_id");
        assertThat(category.rowCount()).contains(47L);
        assertThat(category.primaryKey()).containsExactly("category_id");
        assertThat(understanding.between(product.name(), category.name()))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.type()).isEqualTo(SourceRelationship.Cardinality.MANY_TO_ONE);
                    assertThat(r.fromText()).isEqualTo("retail.product.category_id");
                    assertThat(r.toText()).isEqualTo("retail.productcategory.category_id");
                });
        assertThat(understanding.keys(product).recommendedBusinessKey()).containsExactly("sku");
        assertThat(Sample.schema().named("orderlines").getFirst().rowCount()).contains(100_000L);
    }

    @Test
    void isUnderstoodAsARetailerWould() {
        SchemaUnderstanding understanding = SchemaUnderstanding.of(Sample.schema());

        assertThat(kinds(understanding, Kind.FACT))
                .containsExactlyInAnyOrder("orders", "orderlines", "payments", "shipments", "returns", "stock");
        assertThat(kinds(understanding, Kind.DIMENSION))
                .contains("product", "productcategory", "customers", "stores", "employees", "suppliers", "promotions");
        assertThat(understanding.patterns().headerDetails())
                .anySatisfy(pair -> assertThat(pair.detail()).isEqualTo(new TableName("retail", "orderlines")));
        assertThat(understanding.outgoing(new TableName("retail", "orders")))
                .extracting(r -> r.role().orElse(""))
                .contains("billing_address", "shipping_address");
    }

    private static List<String> kinds(SchemaUnderstanding understanding, Kind kind) {
        return understanding.schema().tables().stream()
                .filter(table -> understanding.classOf(table.name()).kind() == kind)
                .map(table -> table.name().table())
                .toList();
    }

    @Test
    void keysAreUniqueAndForeignKeysHoldInAllRows() {
        SampleStore store = new SampleStore();
        for (SourceTable table : Sample.schema().tables()) {
            SourceRows.Rows rows = store.first(table, Integer.MAX_VALUE).orElseThrow();
            assertThat(keys(rows, table.primaryKey())).as("%s", table.name()).hasSameSizeAs(rows.values());
            for (List<String> unique : table.unique()) {
                assertThat(keys(rows, unique)).as("%s %s", table.name(), unique).hasSameSizeAs(rows.values());
            }
            for (ForeignKey foreignKey : table.foreignKeys()) {
                SourceTable target =
                        Sample.schema().table(foreignKey.references()).orElseThrow();
                Set<List<String>> known =
                        keys(store.first(target, Integer.MAX_VALUE).orElseThrow(), foreignKey.referencedColumns());
                assertThat(known.containsAll(keys(rows, foreignKey.columns())))
                        .as("%s %s", table.name(), foreignKey.columns())
                        .isTrue();
            }
        }
    }

    @Test
    void answersAClosedSliceOfRows() {
        SourceRows rows = Sample.rows();
        Map<TableName, SourceRows.Rows> all = rows.readTogether(
                Sample.schema().tables().stream().map(SourceTable::name).toList(), 1_000);
        for (SourceTable table : Sample.schema().tables()) {
            SourceRows.Rows read = Objects.requireNonNull(all.get(table.name()));
            assertThat(read.values().size()).isBetween(1, 1_000);
            for (ForeignKey foreignKey : table.foreignKeys()) {
                SourceRows.Rows parents = Objects.requireNonNull(all.get(foreignKey.references()));
                assertThat(keys(parents, foreignKey.referencedColumns())).containsAll(keys(read, foreignKey.columns()));
            }
        }
        assertThat(Sample.rows().read(new TableName("retail", "product"), 50).orElseThrow())
                .isEqualTo(rows.read(new TableName("retail", "product"), 50).orElseThrow());
    }

    private static Set<List<String>> keys(SourceRows.Rows rows, List<String> columns) {
        List<Integer> positions = columns.stream().map(rows.columns()::indexOf).toList();
        Set<List<String>> keys = new HashSet<>();
        rows.values().forEach(row -> {
            if (positions.stream().noneMatch(position -> row.get(position) == null)) {
                keys.add(positions.stream().map(row::get).toList());
            }
        });
        return keys;
    }
}
