package io.lakewright.analyzer.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.SchemaUnderstanding;
import io.lakewright.analyzer.read.ddl.DdlReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** References that the words of a column show though the name of the key does not stand in it. */
class RoleReferencesTest {

    private static List<String> references(String script) {
        return SchemaUnderstanding.of(DdlReader.read(script, "test", "test.sql").schema()).relationships().stream()
                .map(found -> found.from().table() + "." + String.join(",", found.fromColumns()) + " -> "
                        + found.to().table())
                .toList();
    }

    @Test
    void takesANumberThatIsCalledLikeATableForItsKey() {
        assertThat(references("""
                        CREATE TABLE ward (id uuid PRIMARY KEY, title text);
                        CREATE TABLE nurse (id uuid PRIMARY KEY, full_name text, ward uuid);
                        CREATE TABLE stay (id uuid PRIMARY KEY, first_ward uuid, nurse text);
                        """))
                .as("a text of that name is a name")
                .containsExactlyInAnyOrder("nurse.ward -> ward", "stay.first_ward -> ward");
    }

    @Test
    void takesCountsForCounts() {
        assertThat(references("""
                        CREATE TABLE votes (id integer PRIMARY KEY, given_on date);
                        CREATE TABLE member (id integer PRIMARY KEY, votes integer, up_votes integer);
                        """)).isEmpty();
    }

    @Test
    void takesAmountsOnATableForAmounts() {
        assertThat(references("""
                        CREATE TABLE orders (order_id integer PRIMARY KEY, given_on date);
                        CREATE TABLE article (article_id integer PRIMARY KEY, units_on_order integer);
                        """)).isEmpty();
    }

    @Test
    void takesAShortCodeThatIsCalledLikeATableForItsKey() {
        assertThat(references("""
                        CREATE TABLE airports (airport_code char(3) PRIMARY KEY, title text);
                        CREATE TABLE flights (flight_id integer PRIMARY KEY, arrival_airport char(3), airport text);
                        """)).containsExactly("flights.arrival_airport -> airports");
    }

    @Test
    void looksBehindThePrefixOfAllTables() {
        assertThat(references("""
                        CREATE TABLE app_course (id bigint PRIMARY KEY, title text);
                        CREATE TABLE app_forum (id bigint PRIMARY KEY, course bigint);
                        CREATE TABLE app_quiz (id bigint PRIMARY KEY, course bigint);
                        CREATE TABLE app_attempt (id bigint PRIMARY KEY, quiz bigint, made_at timestamp);
                        """))
                .containsExactlyInAnyOrder(
                        "app_forum.course -> app_course",
                        "app_quiz.course -> app_course",
                        "app_attempt.quiz -> app_quiz");
    }

    @Test
    void findsTheKindsAndStatesOfATable() {
        assertThat(references("""
                        CREATE TABLE ticket_statuses (id integer PRIMARY KEY, title text);
                        CREATE TABLE ticket_kind (id integer PRIMARY KEY, title text);
                        CREATE TABLE colour_type (id integer PRIMARY KEY, title text);
                        CREATE TABLE tickets (id integer PRIMARY KEY, status_id integer, kind integer, colour_id integer);
                        """))
                .containsExactlyInAnyOrder(
                        "tickets.status_id -> ticket_statuses",
                        "tickets.kind -> ticket_kind",
                        "tickets.colour_id -> colour_type");
    }

    @Test
    void looksForPeopleWherePeopleStand() {
        assertThat(references("""
                        CREATE TABLE app_user (id bigint PRIMARY KEY, login text, invited_by bigint);
                        CREATE TABLE note (id bigint PRIMARY KEY, author_id bigint, assigned_to_id bigint, author text);
                        """))
                .containsExactlyInAnyOrder(
                        "app_user.invited_by -> app_user",
                        "note.author_id -> app_user",
                        "note.assigned_to_id -> app_user");
    }

    @Test
    void takesTheManagerOfADepartmentForAColleagueAndNotForADepartment() {
        assertThat(references("""
                        CREATE TABLE colleague_employee (employee_id integer PRIMARY KEY, manager_id integer);
                        CREATE TABLE department (department_id integer PRIMARY KEY, manager_id integer);
                        """))
                .containsExactlyInAnyOrder(
                        "colleague_employee.manager_id -> colleague_employee",
                        "department.manager_id -> colleague_employee");
    }

    @Test
    void readsRolesBehindANameAndShortenedNames() {
        assertThat(references("""
                        CREATE TABLE partner (id integer PRIMARY KEY, title text);
                        CREATE TABLE goods_category (id integer PRIMARY KEY, title text);
                        CREATE TABLE goods (id integer PRIMARY KEY, categ_id integer, partner_billing_id integer);
                        """))
                .containsExactlyInAnyOrder("goods.categ_id -> goods_category", "goods.partner_billing_id -> partner");
    }

    @Test
    void takesNoTableThatOnlyBeginsLikeAColumn() {
        assertThat(references("""
                        CREATE TABLE film_info (id integer PRIMARY KEY, text text);
                        CREATE TABLE showing (id integer PRIMARY KEY, film_id integer);
                        """)).isEmpty();
    }

    @Test
    void prefersATableOfTheSamePartOfASystem() {
        assertThat(references("""
                        CREATE TABLE stock_move (id integer PRIMARY KEY, moved_on date);
                        CREATE TABLE ledger_move (id integer PRIMARY KEY, booked_on date);
                        CREATE TABLE ledger_move_line (id integer PRIMARY KEY, move_id integer, amount numeric(8,2));
                        """)).containsExactly("ledger_move_line.move_id -> ledger_move");
    }
}
