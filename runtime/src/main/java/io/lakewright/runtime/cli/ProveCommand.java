package io.lakewright.runtime.cli;

import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.schema.SourceRows;
import io.lakewright.engine.Engine;
import io.lakewright.proof.ModelProof;
import io.lakewright.proof.receipt.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The proof of a model file on the engine. */
@Command(name = "prove", description = "Runs a model's scripts on Spark + Delta over two deliveries of rows.")
final class ProveCommand implements Callable<Integer> {

    @Mixin
    final ModelOption model = new ModelOption();

    @Option(names = "--out", paramLabel = "DIR", description = "folder for receipt.json")
    @Nullable
    Path out;

    @Mixin
    final SourceOptions source = new SourceOptions();

    @Override
    public Integer call() {
        DataModel read = model.read();
        SourceRows rows = source.sources.isEmpty() && source.rows == null
                ? SourceRows.none()
                : source.open().rows();
        try (Engine engine = Engine.ofBuild(SourceOptions.root())) {
            Receipt receipt = new ModelProof(engine).prove(read, rows);
            String text = Json.pretty(receipt);
            if (out == null) {
                System.out.print(text);
            } else {
                Files.createDirectories(out);
                Files.writeString(out.resolve("receipt.json"), text);
            }
            System.err.println(
                    "Proof: " + Json.tree(receipt).path("status").asString("") + " in " + receipt.ms() + " ms");
            return receipt.status() == Receipt.Status.PROVED ? Exit.DONE : Exit.CHECKS_FAILED;
        } catch (IOException e) {
            throw Problem.invalid("LW-2138", "The receipt cannot be written.", "Choose another folder with --out.")
                    .exception();
        }
    }
}
