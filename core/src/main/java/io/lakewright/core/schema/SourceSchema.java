package io.lakewright.core.schema;

import io.lakewright.core.Copies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An immutable snapshot of the tables a source offers.
 *
 * @param name short name of the source, such as {@code northwind}
 * @param origin where the snapshot was read from, without credentials
 * @param completed whether references that the source does not declare were looked for in its rows: if so, those that
 *     hold stand among the foreign keys and no others are to be guessed
 * @param views what the source computes from its tables
 */
public record SourceSchema(
        String name,
        String description,
        String origin,
        List<SourceTable> tables,
        boolean completed,
        List<SourceView> views) {

    public SourceSchema {
        tables = Copies.list(tables);
        views = Copies.list(views);
    }

    /** A snapshot whose rows nobody looked at. */
    public SourceSchema(String name, String description, String origin, List<SourceTable> tables) {
        this(name, description, origin, tables, false, List.of());
    }

    /** The same snapshot, in whose rows references were looked for. */
    public SourceSchema asCompleted() {
        return new SourceSchema(name, description, origin, tables, true, views);
    }

    public SourceSchema withTables(List<SourceTable> others) {
        return new SourceSchema(name, description, origin, others, completed, views);
    }

    public SourceSchema withViews(List<SourceView> others) {
        return new SourceSchema(name, description, origin, tables, completed, others);
    }

    public Optional<SourceTable> table(TableName tableName) {
        return tables.stream()
                .filter(t -> t.name().schema().equalsIgnoreCase(tableName.schema())
                        && t.name().table().equalsIgnoreCase(tableName.table()))
                .findFirst();
    }

    /** The tables that a written name can mean: qualified, or the bare table name in any schema; case is ignored. */
    public List<SourceTable> named(String written) {
        String wanted = written.strip().toLowerCase(Locale.ROOT);
        return tables.stream()
                .filter(t -> t.name().text().toLowerCase(Locale.ROOT).equals(wanted)
                        || t.name().table().toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
    }

    /** Every foreign key of another table that points to this one, with its owner. */
    public List<Reference> referencesTo(TableName target) {
        return tables.stream()
                .flatMap(t -> t.foreignKeys().stream()
                        .filter(fk -> fk.references().equals(target))
                        .map(fk -> new Reference(t, fk)))
                .toList();
    }

    /** A foreign key together with the table that owns it. */
    public record Reference(SourceTable owner, ForeignKey foreignKey) {}
}
