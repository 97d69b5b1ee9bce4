package io.lakewright.proof;

import static io.lakewright.testing.SketchedTables.reference;
import static io.lakewright.testing.SketchedTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.document.Json;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.engine.Engine;
import io.lakewright.generator.vault.VaultBuilder;
import io.lakewright.generator.vault.VaultRequest;
import io.lakewright.proof.check.ScriptCheck;
import io.lakewright.proof.receipt.Receipt;
import io.lakewright.sql.Dialect;
import io.lakewright.sql.ScriptPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ModelProofTest {

    private static final SourceSchema CLINIC = new SourceSchema(
            "clinic",
            "",
            "test",
            List.of(
                    table("c.ward", List.of("id integer", "title varchar(20)", "beds smallint?"), List.of("id")),
                    table(
                            "c.patient",
                            List.of(
                                    "id integer",
                                    "ward_id integer?",
                                    "email text",
                                    "born date?",
                                    "weight numeric(5,1)?"),
                            List.of("id"),
                            reference("ward_id", "c.ward", "id")),
                    table(
                            "c.visit",
                            List.of(
                                    "patient_id integer",
                                    "number smallint",
                                    "ward_id integer",
                                    "cost numeric(9,2)?",
                                    "held_at timestamp without time zone"),
                            List.of("patient_id", "number"),
                            reference("patient_id", "c.patient", "id"),
                            reference("ward_id", "c.ward", "id"))));

    private static DataModel vault() {
        List<TableName> tables = CLINIC.tables().stream().map(SourceTable::name).toList();
        return VaultBuilder.build(CLINIC, VaultRequest.of(tables)).model();
    }

    @Test
    @Tag("spark")
    void aVaultIsProvedOverSeededRows() {
        Path root = Path.of(System.getProperty("lakewright.root", "..")).toAbsolutePath();
        try (Engine engine = Engine.ofBuild(root)) {
            Receipt receipt = new ModelProof(engine).prove(vault(), SourceRows.none());
            assertThat(receipt.status()).as("%s", Json.pretty(receipt)).isEqualTo(Receipt.Status.PROVED);
            assertThat(receipt.statements()).anyMatch(line -> line.step().equals("changed load, second run"));
            assertThat(receipt.invariants()).anyMatch(line -> line.id().equals("INV-ORACLE"));
            assertThat(receipt.histories().get("sat_patient_details")).contains("null flip");
            aCheckOfItsScriptsLeavesOutWhatOnlyDatabricksKnows(engine);
        }
    }

    /** The running engine's parser is open source: tags are a form that it refuses and Databricks takes. */
    private static void aCheckOfItsScriptsLeavesOutWhatOnlyDatabricksKnows(Engine engine) {
        List<ScriptCheck.Script> scripts = ScriptPrinter.print(vault(), Dialect.DATABRICKS).stream()
                .map(script -> new ScriptCheck.Script(script.name(), script.text()))
                .toList();
        assertThat(scripts).anyMatch(script -> script.sql().contains("SET TAGS"));
        ScriptCheck.Report report = new ScriptCheck(engine).check(scripts, Optional.of(vault()));
        assertThat(report.level()).isEqualTo("delta_parser");
        assertThat(report.passed()).as("%s", report.statements()).isTrue();
        assertThat(report.statements()).anyMatch(line -> line.outcome().equals("checked_by_rule"));
    }

    @Test
    void withoutAnEngineTheReceiptSaysNotRun() {
        Receipt receipt = new ModelProof(Engine.unavailable("it was not built.")).prove(vault(), SourceRows.none());
        assertThat(receipt.status()).isEqualTo(Receipt.Status.NOT_RUN);
        assertThat(receipt.reason().orElseThrow()).contains("not built");
    }
}
