package io.lakewright.generator.vault;

import io.lakewright.core.model.ColumnOrigin;
import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.Transform;
import io.lakewright.core.naming.Names;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.PersonalData;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import io.lakewright.generator.design.ColumnNames;
import io.lakewright.generator.design.Landing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns and load columns that vault tables have in common. */
final class VaultColumns {

    private final SourceSchema schema;

    VaultColumns(SourceSchema schema) {
        this.schema = schema;
    }

    String landing(TableName table) {
        return Landing.name(schema, table);
    }

    /** Names for a table that has these and the technical ones for itself. */
    ColumnNames free(List<String> reserved) {
        List<String> all = new ArrayList<>(reserved);
        all.addAll(List.of(VaultNames.LOAD_DATE, VaultNames.RECORD_SOURCE, VaultNames.HASH_DIFF));
        return new ColumnNames(all);
    }

    ModelColumn hashKey(String tableId, String name, String comment) {
        return ModelColumn.technical(tableId, name, LakeType.STRING, false, ColumnRole.HASH_KEY, comment);
    }

    ModelColumn reference(String tableId, String name, String comment) {
        return ModelColumn.technical(tableId, name, LakeType.STRING, false, ColumnRole.FOREIGN_KEY, comment);
    }

    ModelColumn loadDate(String tableId) {
        return ModelColumn.technical(
                tableId,
                VaultNames.LOAD_DATE,
                LakeType.TIMESTAMP,
                false,
                ColumnRole.LOAD_DATE,
                "Timestamp of the batch that brought the row, set by the loader.");
    }

    ModelColumn recordSource(String tableId) {
        return ModelColumn.technical(
                tableId,
                VaultNames.RECORD_SOURCE,
                LakeType.STRING,
                false,
                ColumnRole.RECORD_SOURCE,
                "Source system, schema and table the row came from.");
    }

    ModelColumn hashDiff(String tableId) {
        return ModelColumn.technical(
                tableId,
                VaultNames.HASH_DIFF,
                LakeType.STRING,
                false,
                ColumnRole.HASH_DIFF,
                "Hash of the attributes, by which a change is told.");
    }

    /** A column that carries one source column. */
    ModelColumn carried(
            String tableId, String name, SourceTable table, Column column, ColumnRole role, boolean nullable) {
        String comment = column.comment().filter(text -> !text.isBlank()).orElseGet(() -> meaning(table, column, role));
        List<String> tags = PersonalData.reason(table, column).isPresent() ? List.of(PersonalData.TAG) : List.of();
        return new ModelColumn(
                tableId + "." + name,
                name,
                column.lakeType(),
                nullable,
                role,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ColumnOrigin(table.name(), column.name())),
                Optional.of(comment),
                tags);
    }

    private static String meaning(SourceTable table, Column column, ColumnRole role) {
        String thing = Names.singular(table.name().table()).replace('_', ' ');
        return role == ColumnRole.BUSINESS_KEY
                ? "Business key of " + thing + ": " + column.name() + " of " + table.name() + "."
                : label(table, column) + " of " + thing + ".";
    }

    /** The name without the word with which all columns of the table begin. */
    private static String label(SourceTable table, Column column) {
        List<String> words = Names.words(column.name());
        boolean prefixed = table.columns().stream()
                .map(other -> Names.words(other.name()))
                .allMatch(other -> other.size() > 1 && other.getFirst().equals(words.getFirst()));
        return Names.label(String.join("_", prefixed ? words.subList(1, words.size()) : words));
    }

    /** A mark of the source's bookkeeping: its change makes no version, it tells when the source made this one. */
    static ModelColumn appliedDate(ModelColumn column) {
        return with(
                column,
                Optional.of(ScdType.TYPE_0),
                column.source(),
                Optional.of(column.comment().orElse("") + " Applied date of the version; not part of hash_diff, so that"
                        + " it alone makes none."));
    }

    /** The same column with another comment. */
    static ModelColumn described(ModelColumn column, String comment) {
        return with(column, column.scdType(), column.source(), Optional.of(comment));
    }

    /** The same column, read from another place. */
    static ModelColumn readFrom(ModelColumn column, ColumnOrigin origin) {
        return with(column, column.scdType(), Optional.of(origin), column.comment());
    }

    private static ModelColumn with(
            ModelColumn column, Optional<ScdType> type, Optional<ColumnOrigin> source, Optional<String> comment) {
        return new ModelColumn(
                column.id(),
                column.name(),
                column.type(),
                column.nullable(),
                column.role(),
                type,
                column.additivity(),
                source,
                comment,
                column.tags());
    }

    Load.LoadColumn hashOf(String name, List<ColumnRef> sources) {
        return new Load.LoadColumn(name, sources, new Transform.HashKey());
    }

    Load.LoadColumn batch() {
        return new Load.LoadColumn(VaultNames.LOAD_DATE, List.of(), new Transform.BatchTimestamp());
    }

    Load.LoadColumn source() {
        return new Load.LoadColumn(VaultNames.RECORD_SOURCE, List.of(), new Transform.RecordSource());
    }

    Load load(
            String name,
            Load.LoadFrom from,
            List<Load.LoadColumn> filled,
            TableName table,
            LoadStrategy strategy,
            int order) {
        return new Load(
                name,
                from,
                filled,
                List.of(),
                Optional.of(schema.name() + "." + table.text()),
                strategy,
                Optional.empty(),
                false,
                DeleteHandling.IGNORE,
                order);
    }
}
