package io.lakewright.analyzer.read.duckdb;

import io.lakewright.core.Problem;
import io.lakewright.core.schema.TableName;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which files of a folder make which tables.
 *
 * <p>Rules: 1. a file in the folder is a table, {@code schema.table.csv} names its schema too; 2. a sub-folder is one
 * table when its files have the same columns, by and large; {@code key=value} folders below it are partitions; 3. a
 * sub-folder whose files differ, or that has sub-folders of its own, is a schema; 4. a link is not
 * followed, because it may lead out of the folder, and a Delta table is left out, because its files hold removed rows
 * too; 5. names that begin with a point or an
 * underscore are passed over.
 */
final class FolderFiles {

    static final String DEFAULT_SCHEMA = "public";
    private static final int MAXIMUM_FILES = 20_000;
    private static final int MAXIMUM_DEPTH = 10;
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".parquet");

    private final Path root;
    private final Likeness likeness;
    private final Map<Path, List<Path>> folders = new TreeMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<FileTable> tables = new ArrayList<>();
    private int found;

    private FolderFiles(Path root, Likeness likeness) {
        this.root = root;
        this.likeness = likeness;
    }

    /**
     * The tables of a folder.
     *
     * @param root its real path
     * @param likeness tells whether files are parts of one table
     * @throws io.lakewright.core.ProblemException LW-1540 unreadable, LW-1542 too many files, LW-1543 no data files
     */
    static FolderFiles in(Path root, Likeness likeness) {
        FolderFiles files = new FolderFiles(root, likeness);
        try {
            Files.walkFileTree(
                    root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), MAXIMUM_DEPTH, files.new Walk());
        } catch (IOException e) {
            throw Problem.invalid(
                            "LW-1540", "The folder \"" + root + "\" cannot be read.", "Check its path and permissions.")
                    .exception();
        }
        files.group();
        if (files.tables.isEmpty()) {
            throw Problem.invalid(
                            "LW-1543",
                            "The folder \"" + root + "\" has no .csv, .tsv or .parquet file that may be read.",
                            "Give a folder with one such file a table, or one sub-folder of files a table.")
                    .exception();
        }
        return files;
    }

    List<FileTable> tables() {
        return List.copyOf(tables);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            if (Files.isDirectory(folder.resolve("_delta_log"), LinkOption.NOFOLLOW_LINKS)) {
                warnings.add("The folder " + shown(folder)
                        + " is a Delta table; it was left out, because its files hold removed rows too.");
                return FileVisitResult.SKIP_SUBTREE;
            }
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            boolean data = format(file).isPresent();
            if (attributes.isSymbolicLink()) {
                warnings.add("The link " + shown(file) + " was not followed: links are not read.");
            } else if (data && attributes.isRegularFile()) {
                if (++found > MAXIMUM_FILES) {
                    throw new Problem.LimitExceeded(
                                    "LW-1542",
                                    "The folder \"" + root + "\" has more than " + MAXIMUM_FILES + " data files.",
                                    "Give a folder with fewer files.",
                                    Map.of())
                            .exception();
                }
                folders.computeIfAbsent(file.getParent(), folder -> new ArrayList<>())
                        .add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(root)) {
                throw failure;
            }
            warnings.add("The path " + shown(file) + " cannot be read.");
            return FileVisitResult.CONTINUE;
        }
    }

    private void group() {
        folders.values().forEach(files -> files.sort(null));
        folders.getOrDefault(root, List.of()).forEach(file -> single(file, DEFAULT_SCHEMA));
        Set<Path> top = new LinkedHashSet<>();
        folders.keySet().stream()
                .filter(folder -> !folder.equals(root))
                .forEach(folder -> top.add(root.resolve(root.relativize(folder).getName(0))));
        top.forEach(folder -> {
            List<Path> below = tableFolders(folder);
            if (below.isEmpty()) {
                folder(folder, DEFAULT_SCHEMA);
            } else {
                String schema = folder.getFileName().toString();
                folders.getOrDefault(folder, List.of()).forEach(file -> single(file, schema));
                below.forEach(table -> folder(table, schema));
            }
        });
    }

    /** Sub-folders with data that are no partitions: their parent is a schema. */
    private List<Path> tableFolders(Path folder) {
        return folders.keySet().stream()
                .filter(data -> data.startsWith(folder) && !data.equals(folder))
                .map(data -> folder.resolve(folder.relativize(data).getName(0)))
                .filter(step -> step.getFileName().toString().indexOf('=') < 0)
                .distinct()
                .toList();
    }

    private void folder(Path folder, String schema) {
        Map<FileTable.Format, List<Path>> byFormat = new LinkedHashMap<>();
        folders.forEach((data, files) -> {
            if (data.startsWith(folder)) {
                files.forEach(file -> byFormat.computeIfAbsent(format(file).orElseThrow(), format -> new ArrayList<>())
                        .add(file));
            }
        });
        Map.Entry<FileTable.Format, List<Path>> only =
                byFormat.entrySet().iterator().next();
        boolean one =
                byFormat.size() == 1 && (only.getValue().size() == 1 || likeness.alike(only.getKey(), only.getValue()));
        if (one) {
            add(new FileTable(name(folder.getFileName().toString(), schema), only.getKey(), only.getValue(), folder));
        } else {
            String own = folder.getFileName().toString();
            byFormat.values().forEach(files -> files.forEach(file -> single(file, own)));
        }
    }

    private void single(Path file, String schema) {
        String fileName = file.getFileName().toString();
        String stem = fileName.substring(0, fileName.lastIndexOf('.'));
        add(new FileTable(name(stem, schema), format(file).orElseThrow(), List.of(file), file.resolveSibling("")));
    }

    private static TableName name(String stem, String schema) {
        int point = stem.indexOf('.');
        boolean qualified = schema.equals(DEFAULT_SCHEMA) && point > 0 && point < stem.length() - 1;
        return qualified
                ? new TableName(stem.substring(0, point), stem.substring(point + 1))
                : new TableName(schema, stem.isBlank() ? "unnamed" : stem);
    }

    private void add(FileTable table) {
        boolean taken = tables.stream()
                .anyMatch(known ->
                        known.name().text().equalsIgnoreCase(table.name().text()));
        if (taken) {
            warnings.add("There is a table " + table.name() + " already; "
                    + shown(table.files().getFirst()) + " was left out.");
        } else {
            tables.add(table);
        }
    }

    private String shown(Path path) {
        return "\"" + root.relativize(path) + "\"";
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.startsWith("_");
    }

    private static Optional<FileTable.Format> format(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream()
                .filter(ending -> name.endsWith(ending) && name.length() > ending.length())
                .findFirst()
                .map(ending -> ending.equals(".parquet") ? FileTable.Format.PARQUET : FileTable.Format.TEXT);
    }
}
