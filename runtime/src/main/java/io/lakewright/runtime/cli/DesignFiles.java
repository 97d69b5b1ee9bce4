package io.lakewright.runtime.cli;

import io.lakewright.assistant.TurnOutcome;
import io.lakewright.core.Problem;
import io.lakewright.core.document.Json;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.model.DataModel;
import io.lakewright.runtime.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of {@code design --out}. All contents are made first, so that a failure leaves no half of them. Scripts and
 * documents of an earlier design in the folder go, because beside the new ones they would be run with them; what
 * Lakewright did not write stays.
 */
final class DesignFiles {

    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,150}");

    /** Names the scripts and documents that were written, one a line. */
    private static final String WRITTEN = ".lakewright-files";

    private static final Pattern OURS = Pattern.compile("(scripts/[a-z]+|docs)/[A-Za-z0-9][A-Za-z0-9_.-]{0,150}");

    private final Path folder;

    DesignFiles(Path folder) {
        this.folder = folder;
    }

    void write(TurnOutcome last, Optional<ObjectNode> suggestion, Transcript transcript) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("conversation.json", Json.pretty(transcript.json()));
        ObjectNode document = suggestion.map(ObjectNode::deepCopy).orElseGet(Json::object);
        document.put("message", last.message());
        last.question().ifPresent(question -> document.set("question", question.json()));
        last.problem().ifPresent(problem -> document.set("problem", Json.tree(problem)));
        files.put("suggestion.json", Json.pretty(document));
        suggestion.ifPresent(made -> addModel(files, made));
        save(files);
    }

    private static void addModel(Map<String, String> files, ObjectNode suggestion) {
        DataModel model = ModelDocuments.fromTree(suggestion.path("model"));
        files.put("model.json", ModelDocuments.toJson(model));
        files.put("model.yaml", ModelDocuments.toYaml(model));
        files.put("reactflow.json", Json.pretty(suggestion.path("reactflow_model")));
        files.put("receipt.json", Json.pretty(suggestion.path("receipt")));
        for (JsonNode template : suggestion.path("templates").values()) {
            String type = safe(template.path("type").asString(""));
            String name = safe(template.path("name").asString(""));
            String base = name.endsWith(".sql") ? name : name + ".sql";
            files.put("scripts/" + type + "/" + base, template.path("sql").asString(""));
            files.put(
                    "scripts/" + type + "/" + base + ".j2",
                    template.path("content").asString(""));
        }
        for (JsonNode page : suggestion.path("documentation").values()) {
            String name = safe(page.path("name").asString(""));
            files.put(
                    "docs/" + (name.endsWith(".md") ? name : name + ".md"),
                    page.path("content").asString(""));
        }
        files.put(
                WRITTEN,
                files.keySet().stream()
                        .filter(name -> OURS.matcher(name).matches())
                        .collect(Collectors.joining("\n")));
    }

    /** Names come out of schemas: nothing but a plain file name may become a path. */
    private static String safe(String name) {
        if (!SAFE_NAME.matcher(name).matches()) {
            throw Problem.unsafe("LW-2132", "\"" + name + "\" is not a plain file name.", "Rename the table.")
                    .exception();
        }
        return name;
    }

    private void save(Map<String, String> files) {
        try {
            Path beside = folder.toAbsolutePath().getParent();
            if (beside != null) {
                Files.createDirectories(beside);
            }
            Set<String> outdated = files.containsKey(WRITTEN) ? written() : Set.of();
            Path fresh = Files.createTempDirectory(beside == null ? Path.of("") : beside, ".lakewright-out");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = fresh.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
            for (String name : files.keySet()) {
                Path target = folder.resolve(name);
                Files.createDirectories(target.getParent());
                Files.move(fresh.resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
            }
            for (String name : outdated) {
                if (!files.containsKey(name)) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
            remove(fresh);
        } catch (IOException e) {
            throw Problem.invalid(
                            "LW-2133",
                            "The results cannot be written to " + folder + ".",
                            "Choose a folder you may write to with --out.")
                    .exception();
        }
    }

    private Set<String> written() throws IOException {
        Path list = folder.resolve(WRITTEN);
        if (!Files.isRegularFile(list)) {
            return Set.of();
        }
        return Files.readAllLines(list).stream()
                .filter(name -> OURS.matcher(name).matches())
                .collect(Collectors.toSet());
    }

    private static void remove(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
