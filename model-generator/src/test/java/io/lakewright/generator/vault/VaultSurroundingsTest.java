package io.lakewright.generator.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.check.Severity;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.Decision;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.TableName;
import io.lakewright.generator.design.Design;
import io.lakewright.generator.design.Question;
import io.lakewright.generator.rules.ModelRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a vault does about tables that nobody named but that the named ones refer to, or are related by. */
class VaultSurroundingsTest {

    private static Design build(String... tables) {
        return build(List.of(), tables);
    }

    private static Design build(List<TableName> leftOut, String... tables) {
        VaultRequest request =
                VaultRequest.of(Arrays.stream(tables).map(SchoolSchema::name).toList());
        Design design = VaultBuilder.build(SchoolSchema.schema(), request.without(leftOut));
        assertThat(ModelRules.check(design.model()).stream().filter(f -> f.severity() != Severity.INFO))
                .isEmpty();
        return design;
    }

    private static TableSpec table(DataModel model, String name) {
        return model.table(name)
                .orElseThrow(() -> new AssertionError(name + " is missing in "
                        + model.tables().stream().map(TableSpec::name).toList()));
    }

    private static List<String> names(Design design) {
        return design.model().tables().stream().map(TableSpec::name).toList();
    }

    @Test
    void keepsTheLinkThatAnUnnamedJunctionLeadsTo() {
        DataModel model = build("booking_lines", "bookings", "courses").model();
        TableSpec.Link link = (TableSpec.Link) table(model, "link_booking_line");
        assertThat(link.parents()).containsExactly("hub_booking", "hub_teacher", "hub_course");
        assertThat(link.hash().childKey()).contains("line_no");
        assertThat(link.loads().getFirst().from().joins()).isEmpty();
        assertThat(table(model, "sat_link_booking_line").columns())
                .extracting(ModelColumn::name)
                .contains("price")
                .doesNotContain("course_id", "teacher_id");
    }

    @Test
    void loadsTheHubOfAnUnnamedTableFromThoseThatMentionIt() {
        DataModel model = build("booking_lines", "bookings", "courses").model();
        TableSpec hub = table(model, "hub_teacher");
        assertThat(hub.columns())
                .extracting(ModelColumn::name)
                .containsExactly("teacher_hk", "teacher_id", "load_date", "record_source");
        assertThat(hub.loads())
                .singleElement()
                .satisfies(load -> assertThat(load.from().table()).isEqualTo("shop.booking_lines"));
        assertThat(hub.sources()).containsExactly(SchoolSchema.name("booking_lines"));
        assertThat(hub.common().decisions())
                .extracting(Decision::choice)
                .contains("hub_teacher holds keys only, for shop.teachers");
        assertThat(model.tables()).noneMatch(t -> t.name().startsWith("sat_teacher"));
        assertThat(model.source().tables()).noneMatch(t -> t.name().equals(SchoolSchema.name("teachers")));
    }

    @Test
    void keepsAnAssociationALinkWhereOneEndIsNotNamed() {
        Design design = build("teacher_courses", "courses");
        assertThat(table(design.model(), "link_teacher_course").parents()).containsExactly("hub_teacher", "hub_course");
        assertThat(names(design)).contains("sat_link_teacher_course").doesNotContain("hub_teacher_course");
    }

    @Test
    void letsTheJunctionOfTwoNamedTablesJoin() {
        Design design = build("teachers", "courses");
        assertThat(table(design.model(), "link_teacher_course").parents()).containsExactly("hub_teacher", "hub_course");
        assertThat(names(design)).contains("sat_link_teacher_course");
        assertThat(design.assumptions().getFirst()).startsWith("shop.teacher_courses joined the scope");
        assertThat(design.model().decisions()).anyMatch(d -> d.choice().equals("shop.teacher_courses joins the scope"));
    }

    @Test
    void leavesTheJunctionOutWhereTheUserDid() {
        Design design = build(List.of(SchoolSchema.name("teacher_courses")), "teachers", "courses");
        assertThat(names(design)).doesNotContain("link_teacher_course");
        assertThat(design.questions())
                .as("other tables may relate them, but that one is not proposed again")
                .singleElement()
                .satisfies(q -> assertThat(q.options())
                        .extracting(Question.Option::label)
                        .containsExactly("Add lessons", "Add booking_lines"));
    }

    @Test
    void makesALinkOfAJunctionWithANumberOfItsOwn() {
        Design design = build("pupils", "teachers");
        assertThat(table(design.model(), "link_duet").parents()).containsExactly("hub_pupil", "hub_teacher");
        assertThat(names(design)).doesNotContain("hub_duet");
        assertThat(table(design.model(), "sat_link_duet").columns())
                .extracting(ModelColumn::name)
                .contains("duet_id", "since");
    }

    @Test
    void letsTheTableBetweenTwoNamedOnesJoin() {
        Design design = build("attendances", "courses");
        assertThat(table(design.model(), "link_lesson_course_principal").parents())
                .containsExactly("hub_lesson", "hub_course", "hub_principal");
        assertThat(table(design.model(), "link_attendance_lesson_pupil").parents())
                .containsExactly("hub_attendance", "hub_lesson", "hub_pupil");
    }

    @Test
    void asksForTheEventThatAloneRelatesTheNamedTables() {
        Design design = build("bookings", "courses");
        assertThat(design.questions())
                .anySatisfy(q -> assertThat(q.text())
                        .isEqualTo("Nothing in scope relates shop.bookings and shop.courses, but shop.booking_lines"
                                + " would. Shall it join?"));
    }

    @Test
    void saysWhenNothingRelatesTheNamedTables() {
        assertThat(build("bookings", "rooms").assumptions())
                .contains("Nothing in scope relates shop.bookings with shop.rooms.");
        assertThat(build("lessons", "courses").assumptions()).noneMatch(a -> a.startsWith("Nothing in scope"));
    }

    @Test
    void makesAHubOfKeysForADeclaredReferenceAndKeepsCodes() {
        Design design = build("courses");
        assertThat(table(design.model(), "link_course_room").parents()).containsExactly("hub_course", "hub_room");
        assertThat(table(design.model(), "hub_room").loads()).hasSize(1);
        TableSpec satellite = table(design.model(), "sat_course_details");
        assertThat(satellite.columns())
                .extracting(ModelColumn::name)
                .contains("level_code")
                .doesNotContain("room_id");
        assertThat(satellite.common().decisions())
                .anyMatch(d -> d.rule().equals("dv.ref_table") && d.choice().contains("level_code"));
        assertThat(design.assumptions()).anyMatch(a -> a.contains("hub_room") && a.contains("keys only"));
    }

    @Test
    void keepsTheHubOfASubtypeWhoseParentIsNotNamed() {
        assertThat(names(build("principals"))).containsExactly("hub_principal", "sat_principal_details");
        assertThat(table(build("lessons").model(), "link_lesson_course_principal")
                        .parents())
                .containsExactly("hub_lesson", "hub_course", "hub_principal");
        assertThat(table(build("lessons", "teachers").model(), "link_lesson_course_teacher")
                        .parents())
                .contains("hub_teacher");
    }

    @Test
    void leadsToTheSubtypeEvenWhereAnotherSubtypeIsNamed() {
        assertThat(table(build("lessons", "deputies").model(), "link_lesson_course_principal")
                        .parents())
                .containsExactly("hub_lesson", "hub_course", "hub_principal");
    }

    @Test
    void fetchesNothingFromTablesOutOfScope() {
        VaultRequest request = new VaultRequest(
                List.of(SchoolSchema.name("courses")),
                Map.of(SchoolSchema.name("rooms"), List.of("building", "floor")),
                List.of(),
                Map.of(),
                Optional.empty(),
                List.of());
        DataModel model = VaultBuilder.build(SchoolSchema.schema(), request).model();
        assertThat(model.table("hub_room")).isEmpty();
        TableSpec satellite = table(model, "sat_course_details");
        assertThat(satellite.columns()).extracting(ModelColumn::name).contains("room_id");
        assertThat(satellite.common().decisions())
                .anyMatch(d -> d.choice().equals("room_id stays an attribute")
                        && d.because().contains("does not carry building, floor"));
    }

    @Test
    void versionsNoRowForTheBookkeepingOfItsSource() {
        DataModel model = build("courses").model();
        TableSpec.Satellite satellite = (TableSpec.Satellite) table(model, "sat_course_details");
        assertThat(satellite.hash().inputs()).containsExactly("title", "level_code");
        assertThat(satellite.column("last_update").orElseThrow().comment())
                .hasValueSatisfying(c -> assertThat(c).contains("Applied date"));
        assertThat(satellite.column("rowguid")).isEmpty();
        assertThat(model.excluded()).anyMatch(e -> e.table().equals("shop.courses.rowguid"));
    }
}
