package io.lakewright.proof.rows;

import static io.lakewright.testing.SketchedTables.reference;
import static io.lakewright.testing.SketchedTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeededRowsTest {

    /** A theatre: a circle (hall and manager), a junction, a composite key, shared key columns, a self-reference. */
    private static final List<SourceTable> THEATRE = List.of(
            table(
                    "s.hall",
                    List.of("id integer", "manager_id integer", "seats smallint?"),
                    List.of("id"),
                    reference("manager_id", "s.person", "id")),
            table(
                    "s.person",
                    List.of("id integer", "hall_id integer", "boss_id integer?", "name varchar(12)"),
                    List.of("id"),
                    reference("hall_id", "s.hall", "id"),
                    reference("boss_id", "s.person", "id")),
            table("s.play", List.of("code char(4)", "title text", "price numeric(7,2)?"), List.of("code")),
            table(
                    "s.casting",
                    List.of("play_code char(4)", "person_id integer", "role text?"),
                    List.of("play_code", "person_id"),
                    reference("play_code", "s.play", "code"),
                    reference("person_id", "s.person", "id")),
            table(
                    "s.rehearsal",
                    List.of("play_code char(4)", "person_id integer", "number smallint", "held_on date"),
                    List.of("play_code", "person_id", "number"),
                    ForeignKey.declared(
                            List.of("play_code", "person_id"),
                            TableName.parse("s.casting"),
                            List.of("play_code", "person_id")),
                    reference("person_id", "s.person", "id")));

    @Test
    void givesAtLeastFiftyValidRowsToEveryTable() {
        Map<TableName, TableRows> rows = new SeededRows(THEATRE, 1).rows(60);
        rows.values()
                .forEach(table ->
                        assertThat(table.rows()).as(table.table().name().text()).hasSizeGreaterThanOrEqualTo(50));
        assertThat(violations(rows)).isEmpty();
    }

    @Test
    void repeatsItselfForTheSameSeed() {
        assertThat(new SeededRows(THEATRE, 7).rows(60)).isEqualTo(new SeededRows(THEATRE, 7).rows(60));
    }

    @Test
    void changedDeliveryIsValidAndDiffersInEveryTable() {
        Map<TableName, TableRows> first = new SeededRows(THEATRE, 1).rows(60);
        Map<TableName, TableRows> second = new ChangedRows(THEATRE, 1).of(first);
        assertThat(violations(second)).isEmpty();
        second.forEach((name, rows) -> assertThat(rows).as(name.text()).isNotEqualTo(first.get(name)));
    }

    @Test
    void removesRowsWithoutAParentAndTheirChildren() {
        Map<TableName, TableRows> rows = new SeededRows(THEATRE, 1).rows(60);
        TableRows plays = rows.get(TableName.parse("s.play"));
        Map<TableName, TableRows> cut = new java.util.LinkedHashMap<>(rows);
        cut.put(
                TableName.parse("s.play"),
                new TableRows(plays.table(), plays.rows().subList(0, 5)));
        Map<TableName, TableRows> sound = SoundRows.of(cut);
        assertThat(violations(sound)).isEmpty();
        assertThat(sound.get(TableName.parse("s.rehearsal")).rows().size())
                .isLessThan(rows.get(TableName.parse("s.rehearsal")).rows().size());
    }

    private static List<String> violations(Map<TableName, TableRows> all) {
        List<String> found = new ArrayList<>();
        for (TableRows rows : all.values()) {
            SourceTable table = rows.table();
            Set<Row> keys = new HashSet<>();
            for (Row row : rows.rows()) {
                if (!keys.add(rows.values(row, table.primaryKey()))) {
                    found.add(table.name() + " repeats key " + rows.values(row, table.primaryKey()));
                }
                for (Column column : table.columns()) {
                    if (!column.nullable() && row.get(rows.position(column.name())) == null) {
                        found.add(table.name() + "." + column.name() + " is NULL");
                    }
                }
                for (ForeignKey key : table.foreignKeys()) {
                    Row value = rows.values(row, key.columns());
                    TableRows parents = all.get(key.references());
                    if (!value.containsNull()
                            && parents.rows().stream()
                                    .noneMatch(p -> parents.values(p, key.referencedColumns())
                                            .equals(value))) {
                        found.add(table.name() + " orphan " + value + " of " + key.references());
                    }
                }
            }
        }
        return found;
    }
}
