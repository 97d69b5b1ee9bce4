package io.lakewright.optimizer.server;

import io.lakewright.mcp.Accepts;
import io.lakewright.mcp.Describe;
import io.lakewright.mcp.Example;
import io.lakewright.mcp.JsonForm;
import io.lakewright.optimizer.advice.TableFacts;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The arguments that every question about a table has. */
record AboutTable(
        @Describe("Table the question is about, one to three levels.")
        Optional<String> tableName,

        @Describe("The same as table_name.") Optional<String> table,

        @Describe("Compressed size in bytes, as DESCRIBE DETAIL tells.") @Example("200000000000")
        Optional<Double> sizeBytes,

        @Describe("Number of rows; used when the size is unknown.")
        Optional<Double> rowCount,

        @Describe("Whether Unity Catalog manages the table.")
        Optional<Boolean> managed,

        @Describe("Whether predictive optimization runs on the table.")
        Optional<Boolean> po,

        @Describe("Databricks Runtime version.") @Accepts({JsonForm.STRING, JsonForm.NUMBER}) @Example("\"15.4\"")
        Optional<JsonNode> dbr,

        @Describe("Table format: delta or iceberg.") Optional<String> format,

        @Describe("Modelling style of the table, such as data_vault or kimball.")
        @Accepts({JsonForm.STRING, JsonForm.OBJECT})
        @Example("\"data_vault\"")
        Optional<JsonNode> model,

        @Describe("Engines outside Databricks that read the table.")
        @Accepts({JsonForm.STRING, JsonForm.ARRAY, JsonForm.BOOLEAN})
        @Example("[\"trino\"]")
        Optional<JsonNode> externalReaders) {

    TableFacts facts() {
        return new TableFacts(
                table.or(() -> tableName).map(String::strip).orElse(""),
                sizeBytes.filter(size -> size >= 0),
                rowCount.filter(count -> count >= 0),
                managed,
                po,
                Told.version(dbr),
                format,
                model.map(value -> value.isObject()
                        ? value.path("style")
                                .asString(value.path("model").path("style").asString(""))
                        : value.asString("")),
                readers());
    }

    private List<String> readers() {
        if (!Told.flag(externalReaders).orElse(false)) {
            return List.of();
        }
        boolean unnamed = externalReaders.map(JsonNode::isBoolean).orElse(false);
        return unnamed ? List.of("the external readers") : Told.texts(externalReaders);
    }
}
