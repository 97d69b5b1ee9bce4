package io.lakewright.analyzer.read.duckdb;

import io.lakewright.analyzer.read.ColumnDraft;
import io.lakewright.analyzer.read.SchemaDraft;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.TableDraft;
import io.lakewright.core.Problem;
import io.lakewright.core.schema.ColumnProfile;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the tables of a folder. Keys are unknown to files and stay so: whoever infers them has rows and figures. */
final class FolderReader {

    private final FolderDatabase database;
    private final SchemaDraft draft = new SchemaDraft();
    private final Map<TableName, RowQuery> relations = new HashMap<>();

    /** What was read, and how rows of each table are asked for. */
    record Read(SchemaReading reading, Map<TableName, RowQuery> relations) {}

    /**
     * How rows are asked for.
     *
     * @param notText positions whose empty strings are NULL, because their type has no empty value
     */
    record RowQuery(FileRelation relation, java.util.Set<Integer> notText) {}

    /** The columns of a relation with their types, where the files know them. */
    private record Typed(FileRelation relation, Map<Integer, String> types) {}

    private FolderReader(FolderDatabase database) {
        this.database = database;
    }

    /** @throws io.lakewright.core.ProblemException LW-1541 no engine, LW-1544 when no file could be read */
    static Read read(FolderDatabase database, FolderFiles files) {
        return new FolderReader(database).run(files);
    }

    private Read run(FolderFiles files) {
        files.warnings().forEach(draft::warn);
        for (FileTable table : files.tables()) {
            try (Connection connection = database.open()) {
                read(connection, table);
            } catch (SQLException e) {
                draft.warn("The table " + table.name() + " ("
                        + shown(table.files().getFirst()) + ") cannot be read: " + reason(e) + ".");
            }
        }
        Path folder = database.folder();
        if (draft.isEmpty()) {
            throw Problem.invalid(
                            "LW-1544",
                            "No file in the folder \"" + folder + "\" can be read as a table.",
                            "Give UTF-8 CSV with a header line, or Parquet.")
                    .exception();
        }
        String name =
                folder.getFileName() == null ? "folder" : folder.getFileName().toString();
        return new Read(draft.build(name, "", "folder " + name), Map.copyOf(relations));
    }

    private void read(Connection connection, FileTable files) throws SQLException {
        Optional<Typed> typed = switch (files.format()) {
            case TEXT -> text(connection, files);
            case PARQUET -> Optional.of(parquet(connection, files));
        };
        if (typed.isEmpty()) {
            return;
        }
        FileRelation relation = typed.get().relation();
        ColumnFigures figures = new ColumnFigures(connection, relation);
        Map<Integer, TextType> textTypes = figures.textTypes();
        Map<Integer, Optional<String>> casts = new LinkedHashMap<>();
        List<ColumnDraft> columns = new ArrayList<>();
        java.util.Set<Integer> notText = new java.util.HashSet<>();
        for (int i = 0; i < relation.columns().size(); i++) {
            TextType text = textTypes.get(i);
            String name = relation.columns().get(i);
            if (text != null) {
                columns.add(new ColumnDraft(name, text.name(), text.lakeType()));
                casts.put(i, Optional.of(text.cast()));
                if (!text.isText()) {
                    notText.add(i);
                }
            } else {
                String type = typed.get().types().getOrDefault(i, "VARCHAR");
                LakeType lakeType = DuckDbTypes.toLakeType(type);
                columns.add(new ColumnDraft(name, type.toLowerCase(java.util.Locale.ROOT), lakeType));
                casts.put(i, cast(type, lakeType));
            }
        }
        long rows = figures.rowCount();
        Map<Integer, ColumnProfile> profiles = figures.profiles(casts, rows);
        TableDraft table = new TableDraft(files.name(), "Table " + files.name());
        table.rowCount = Optional.of(rows);
        for (int i = 0; i < columns.size(); i++) {
            ColumnDraft column = columns.get(i);
            column.profile = Optional.ofNullable(profiles.get(i));
            // Files declare nothing: what is never empty is taken for required, what has no rows may be anything.
            column.nullable = column.profile
                    .flatMap(ColumnProfile::nullShare)
                    .map(share -> share > 0)
                    .orElse(true);
            table.add(column);
        }
        draft.add(table);
        relations.put(files.name(), new RowQuery(relation, notText));
    }

    /** Bytes and nested values are counted, but not compared. */
    private static Optional<String> cast(String type, LakeType lakeType) {
        boolean plain = lakeType.base() != LakeType.Base.BINARY
                && lakeType.base() != LakeType.Base.ARRAY
                && type.indexOf('(') < 0;
        return plain || type.startsWith("DECIMAL") ? Optional.of(plain ? "VARCHAR" : type) : Optional.empty();
    }

    private Typed parquet(Connection connection, FileTable files) throws SQLException {
        List<String> partitionKeys = files.partitionKeys(files.files().getFirst());
        List<String> columns = new ArrayList<>();
        Map<Integer, String> types = new LinkedHashMap<>();
        FileRelation description = FileRelation.describing(files.files(), partitionKeys);
        try (PreparedStatement statement =
                        FolderDatabase.prepared(connection, description.query(), description.parameters());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                types.put(columns.size(), rows.getString(2));
                columns.add(rows.getString(1));
            }
        }
        return new Typed(FileRelation.parquet(files.files(), columns, partitionKeys), types);
    }

    private Optional<Typed> text(Connection connection, FileTable files) throws SQLException {
        Map<List<Object>, FileRelation.TextPart> parts = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>();
        for (Path file : files.files()) {
            Optional<CsvHeader> header = CsvHeader.read(file);
            if (header.isEmpty()) {
                draft.warn("The file " + shown(file) + " is empty; it was left out.");
                continue;
            }
            if (!header.get().isHeader()) {
                draft.warn("The first line of " + shown(file)
                        + " holds values, so its columns are called column1, column2 and so on.");
            }
            List<String> keys = files.partitionKeys(file);
            FileRelation.TextPart part = parts.computeIfAbsent(
                    List.of(header.get(), keys),
                    layout -> new FileRelation.TextPart(header.get(), keys, new ArrayList<>()));
            part.files().add(file);
            part.columns().stream()
                    .filter(name -> columns.stream().noneMatch(name::equalsIgnoreCase))
                    .forEach(columns::add);
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        for (FileRelation.TextPart part : parts.values()) {
            new BrokenLines(connection, database.folder()).of(part).forEach(draft::warn);
        }
        return Optional.of(new Typed(FileRelation.text(columns, List.copyOf(parts.values())), Map.of()));
    }

    private String shown(Path file) {
        return "\"" + database.folder().relativize(file) + "\"";
    }

    private static String reason(SQLException failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("unknown");
        return message.length() > 200 ? message.substring(0, 200) : message;
    }
}
