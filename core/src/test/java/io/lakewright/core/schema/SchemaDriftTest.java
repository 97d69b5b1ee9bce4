package io.lakewright.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.schema.SchemaDrift.Change;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaDriftTest {

    private static final TableName GUEST = new TableName("inn", "guest");
    private static final TableName ROOM = new TableName("inn", "room");

    @Test
    void seesNothingInASnapshotThatIsTheSame() {
        SourceSchema schema = schema(table(GUEST, List.of("id"), column("id", "integer", false)));

        assertThat(SchemaDrift.between(schema, schema).isEmpty()).isTrue();
    }

    @Test
    void tellsEveryChangeOfColumnsInWords() {
        SourceSchema before = schema(table(
                GUEST,
                List.of("id"),
                column("id", "integer", false),
                column("name", "text", false),
                column("zip", "text", true)));
        SourceSchema after = schema(table(
                GUEST,
                List.of("ID"),
                column("ID", "bigint", false),
                column("name", "text", true),
                column("street", "text", true)));
        SchemaDrift drift = SchemaDrift.between(before, after);

        assertThat(drift.changes())
                .extracting(Change::text)
                .containsExactly(
                        "inn.guest.id: integer is now bigint",
                        "inn.guest.name: may be NULL now",
                        "inn.guest.zip: the column is gone, it was text",
                        "inn.guest.street: a new column, text");
        assertThat(drift.changes()).extracting(Change::breaks).containsExactly(true, true, true, false);
    }

    @Test
    void tellsChangesOfTablesAndKeys() {
        SourceTable guest = table(GUEST, List.of("id"), column("id", "integer", false));
        SourceTable room =
                table(ROOM, List.of("no"), column("no", "integer", false), column("guest_id", "integer", true));
        ForeignKey key = ForeignKey.declared(List.of("guest_id"), GUEST, List.of("id"));
        SourceSchema before = schema(guest, room.withForeignKeys(List.of(key)));
        SourceSchema after = schema(
                table(
                        ROOM,
                        List.of("no", "guest_id"),
                        column("no", "integer", false),
                        column("guest_id", "integer", true)),
                table(new TableName("inn", "bill"), List.of(), column("total", "money", true)));

        assertThat(SchemaDrift.between(before, after).changes())
                .extracting(Change::text)
                .containsExactly(
                        "inn.guest: the table is gone",
                        "inn.room: the primary key was (no) and is (no, guest_id)",
                        "inn.room: the foreign key (guest_id) to inn.guest (id) is gone",
                        "inn.bill: a new table with 1 column");
        assertThat(SchemaDrift.between(after, before).changes())
                .extracting(Change::kind)
                .contains(SchemaDrift.Kind.FOREIGN_KEY_ADDED, SchemaDrift.Kind.TABLE_ADDED);
    }

    @Test
    void takesNewRowsAndGuessedReferencesForNoDrift() {
        SourceTable guest = table(GUEST, List.of("id"), column("id", "integer", false));
        SourceTable counted = new SourceTable(
                GUEST,
                guest.columns(),
                guest.primaryKey(),
                List.of(),
                List.of(ForeignKey.inferred(List.of("id"), GUEST, List.of("id"), 0.7, "told")),
                Optional.of(7L),
                Optional.of("people"));

        assertThat(SchemaDrift.between(schema(guest), schema(counted)).changes())
                .isEmpty();
    }

    @Test
    void tellsChangesOfViewsAndLabels() {
        Column tide = new Column(
                "tide",
                "text",
                LakeType.STRING,
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of("low", "high"));
        SourceView old = new SourceView(new TableName("inn", "full"), List.of("no"), false, Optional.empty());
        SourceView now = new SourceView(new TableName("inn", "free"), List.of(), true, Optional.empty());
        SourceSchema before = schema(table(GUEST, List.of(), tide)).withViews(List.of(old));
        SourceSchema after =
                schema(table(GUEST, List.of(), column("tide", "text", true))).withViews(List.of(now));

        assertThat(SchemaDrift.between(before, after).changes())
                .extracting(Change::text)
                .containsExactly(
                        "inn.guest.tide: the labels were low, high and are none",
                        "inn.full: the view is gone",
                        "inn.free: a new view");
    }

    private static SourceSchema schema(SourceTable... tables) {
        return new SourceSchema("inn", "", "test", Stream.of(tables).toList());
    }

    private static SourceTable table(TableName name, List<String> key, Column... columns) {
        return new SourceTable(name, List.of(columns), key, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private static Column column(String name, String type, boolean nullable) {
        return Column.of(name, type, LakeType.STRING, nullable);
    }
}
