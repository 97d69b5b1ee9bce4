package io.lakewright.assistant.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.assistant.FakeHouse;
import io.lakewright.assistant.Schemas;
import io.lakewright.core.document.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How well colloquial English is understood, over two invented schemas. */
final class PhrasesTest {

    private static final double ENOUGH = 0.90;

    @Test
    void understandsColloquialRequests() throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (String line : lines()) {
            String[] parts = line.split(" / ");
            String understood = understood(parts[0], parts[1], parts[2]);
            all++;
            if (!understood.equals(parts[3].strip())) {
                wrong.add(parts[2] + "\n    wanted " + parts[3] + "\n    got    " + understood);
            }
        }
        double share = 1 - wrong.size() / (double) all;
        System.out.printf("understood %d of %d phrases (%.1f %%)%n", all - wrong.size(), all, share * 100);
        wrong.forEach(System.out::println);
        assertThat(all).isGreaterThanOrEqualTo(80);
        assertThat(share).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(ENOUGH);
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(PhrasesTest.class.getResourceAsStream("phrases.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        }
    }

    private static String understood(String schema, String state, String words) {
        ObjectNode facts = schema.equals("library") ? Schemas.library() : Schemas.clinic();
        RequestParser parser = new RequestParser(Lexicon.load(), Catalogue.read(facts), draft(facts, state));
        return String.join(
                " ; ",
                parser.parse(words).frames().stream().map(PhrasesTest::text).toList());
    }

    static Optional<JsonNode> draft(ObjectNode facts, String state) {
        if (state.equals("-")) {
            return Optional.empty();
        }
        ObjectNode arguments = Json.object();
        if (state.equals("dim")) {
            arguments
                    .put("kind", "dimension")
                    .set("source_tables", Json.array().add("public.book").add("public.bookgenre"));
        } else {
            arguments.put("kind", "star").set("facts", Json.array().add("public.tbl_visit_line"));
            arguments.set(
                    "source_tables",
                    Json.array()
                            .add("public.tbl_visit_line")
                            .add("public.tbl_treatment")
                            .add("public.tbl_visit_header")
                            .add("public.tbl_patient"));
        }
        return Optional.of(Objects.requireNonNull(new FakeHouse(facts).servers().get("model-generator"))
                .call("generate_dimensional_model", arguments, Duration.ofSeconds(1))
                .content()
                .path("model"));
    }

    private static String text(Frame frame) {
        return switch (frame) {
            case Frame.CreateDimension f -> ("dimension " + tables(f.tables()) + scd(f.scdType())).strip();
            case Frame.CreateStar f -> ("star " + star(f.tables(), f.process()) + scd(f.scdType())).strip();
            case Frame.CreateFact f -> ("fact " + star(f.tables(), f.process())).strip();
            case Frame.CreateVault f -> ("vault " + tables(f.tables())).strip();
            case Frame.Refine f ->
                String.join(
                        " ; ",
                        merged(f.changes().stream().map(PhrasesTest::text).toList()));
            case Frame.GenerateScripts _ -> "scripts";
            case Frame.Undo _ -> "undo";
            case Frame.Why f -> ("why " + names(f.sources())).strip();
            case Frame.Describe f -> "describe " + names(f.tables());
            case Frame.Keys f -> ("keys " + names(f.tables())).strip();
            case Frame.ListTables _ -> "tables";
            case Frame.ListPatterns _ -> "patterns";
            case Frame.Compare _ -> "compare";
            case Frame.Optimize f -> "optimize " + names(f.sources());
            case Frame.HeaderDetail _ -> "header";
            case Frame.ManyToMany _ -> "many";
            case Frame.Estimate _ -> "estimate";
            case Frame.Help _ -> "help";
            case Frame.Greeting _ -> "greeting";
            case Frame.Apply _ -> "apply";
            case Frame.NotBuilt _ -> "notbuilt";
            case Frame.Vague _ -> "vague";
            case Frame.OffTopic _ -> "offtopic";
            case Frame.Destructive _ -> "destructive";
            case Frame.Injection _ -> "injection";
            case Frame.UnknownTable f -> "unknown " + f.word();
            case Frame.Ambiguous f -> "ambiguous " + f.word();
        };
    }

    private static List<String> merged(List<String> changes) {
        boolean drops = changes.size() > 1 && changes.stream().allMatch(c -> c.startsWith("drop "));
        return drops
                ? List.of("drop "
                        + String.join(
                                "+", changes.stream().map(c -> c.substring(5)).toList()))
                : changes;
    }

    private static String text(Frame.Change change) {
        return switch (change) {
            case Frame.Change.SetScd c -> ("scd " + String.join("+", c.targets())).strip() + " @" + c.type();
            case Frame.Change.AddColumn c -> "add " + c.words();
            case Frame.Change.DropColumn c -> "drop " + c.words();
            case Frame.Change.Rename c -> "rename " + c.words() + ">" + c.name();
            case Frame.Change.DropTable c -> "droptable " + String.join("+", c.targets());
            case Frame.Change.Cluster c -> "cluster " + c.words();
        };
    }

    private static String star(Frame.Tables tables, List<String> process) {
        return tables.none() ? String.join(" ", process) : tables(tables);
    }

    private static String tables(Frame.Tables tables) {
        String named = tables.all() ? "all" : tables.same() ? "same" : names(tables.named());
        return named + (tables.except().isEmpty() ? "" : " -" + names(tables.except()));
    }

    private static String names(List<String> ids) {
        return String.join(
                "+", ids.stream().map(id -> id.replace("public.", "")).toList());
    }

    private static String scd(Optional<Integer> type) {
        return type.map(t -> " @" + t).orElse("");
    }
}
