package io.lakewright.generator.vault;

import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceSchema;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import java.util.List;

/** An invented music school, whose tables reach each other through junctions, lessons and booking lines. */
final class SchoolSchema {

    private SchoolSchema() {}

    static TableName name(String table) {
        return ShopSchema.name(table);
    }

    static SourceSchema schema() {
        return new SourceSchema(
                "school",
                "An invented music school",
                "test",
                List.of(
                        of("levels", "level_code", List.of(), "level_code character(2)!", "label text!"),
                        of(
                                "rooms",
                                "room_id",
                                List.of(),
                                "room_id integer!",
                                "building text!",
                                "floor smallint!",
                                "seats smallint!",
                                "piano boolean!"),
                        of(
                                "courses",
                                "course_id",
                                List.of(
                                        ShopSchema.fk("room_id", "rooms", "room_id"),
                                        ShopSchema.fk("level_code", "levels", "level_code")),
                                "course_id integer!",
                                "title text!",
                                "room_id integer",
                                "level_code character(2)",
                                "last_update timestamp without time zone!",
                                "rowguid uuid!"),
                        of(
                                "teachers",
                                "teacher_id",
                                List.of(),
                                "teacher_id integer!",
                                "full_name text!",
                                "email text",
                                "hourly_fee numeric(8,2)"),
                        of(
                                "principals",
                                "teacher_id",
                                List.of(ShopSchema.fk("teacher_id", "teachers", "teacher_id")),
                                "teacher_id integer!",
                                "office text",
                                "elected_on date!"),
                        of(
                                "deputies",
                                "teacher_id",
                                List.of(ShopSchema.fk("teacher_id", "teachers", "teacher_id")),
                                "teacher_id integer!",
                                "room text"),
                        ShopSchema.table(
                                "teacher_courses",
                                List.of("teacher_id", "course_id"),
                                List.of(),
                                List.of(
                                        ShopSchema.fk("teacher_id", "teachers", "teacher_id"),
                                        ShopSchema.fk("course_id", "courses", "course_id")),
                                "teacher_id integer!",
                                "course_id integer!",
                                "since date"),
                        of(
                                "lessons",
                                "lesson_id",
                                List.of(
                                        ShopSchema.fk("course_id", "courses", "course_id"),
                                        ShopSchema.fk("principal_id", "principals", "teacher_id")),
                                "lesson_id integer!",
                                "course_id integer!",
                                "principal_id integer",
                                "held_on date!"),
                        of(
                                "attendances",
                                "attendance_id",
                                List.of(
                                        ShopSchema.fk("lesson_id", "lessons", "lesson_id"),
                                        ShopSchema.fk("pupil_id", "pupils", "pupil_id")),
                                "attendance_id integer!",
                                "lesson_id integer!",
                                "pupil_id integer!",
                                "minutes smallint"),
                        of("pupils", "pupil_id", List.of(), "pupil_id integer!", "full_name text!", "born date"),
                        of(
                                "bookings",
                                "booking_no",
                                List.of(ShopSchema.fk("pupil_id", "pupils", "pupil_id")),
                                "booking_no integer!",
                                "pupil_id integer!",
                                "booked_at timestamp without time zone!"),
                        ShopSchema.table(
                                "booking_lines",
                                List.of("booking_no", "line_no"),
                                List.of(),
                                List.of(
                                        ShopSchema.fk("booking_no", "bookings", "booking_no"),
                                        ForeignKey.declared(
                                                List.of("teacher_id", "course_id"),
                                                name("teacher_courses"),
                                                List.of("teacher_id", "course_id"))),
                                "booking_no integer!",
                                "line_no smallint!",
                                "teacher_id integer!",
                                "course_id integer!",
                                "price numeric(8,2)!"),
                        ShopSchema.table(
                                "duets",
                                List.of("duet_id"),
                                List.of(List.of("pupil_id", "teacher_id")),
                                List.of(
                                        ShopSchema.fk("pupil_id", "pupils", "pupil_id"),
                                        ShopSchema.fk("teacher_id", "teachers", "teacher_id")),
                                "duet_id integer!",
                                "pupil_id integer!",
                                "teacher_id integer!",
                                "since date")));
    }

    private static SourceTable of(String table, String key, List<ForeignKey> references, String... columns) {
        return ShopSchema.table(table, List.of(key), List.of(), references, columns);
    }
}
