package io.lakewright.analyzer.read.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d?socketFactory=x",
                "jdbc:postgresql://h/d?loggerFile=/tmp/x",
                "jdbc:postgresql://h/d?sslmode=maybe",
                "jdbc:postgresql://h:99999/d",
                "jdbc:postgresql:///d",
                "jdbc:postgresql://h1,h2/d",
                "jdbc:postgresql://u:p@h/d",
                "jdbc:postgresql://h/d?options=-c%20x"
            })
    void refusesAddressesThatCouldDoMoreThanConnect(String url) {
        assertThatThrownBy(() -> PostgresUrl.parse(url)).hasMessageContaining("LW-1514");
    }

    @Test
    void showsNoCredentialsOfAnAddress() {
        PostgresUrl hosted = PostgresUrl.parse("postgresql://me.project:can%40ary@db.example.org:6543/postgres");
        assertThat(hosted.driverProperties(Optional.empty(), Optional.empty()))
                .containsEntry("user", "me.project")
                .containsEntry("password", "can@ary")
                .as("over a network the server must show who it is")
                .containsEntry("sslmode", "verify-full");
        assertThat(hosted.toString()).isEqualTo("jdbc:postgresql://db.example.org:6543/postgres");
        assertThat(PostgresUrl.parse("postgres://127.0.0.1/d").driverProperties(Optional.empty(), Optional.empty()))
                .containsEntry("sslmode", "prefer");
        PostgresUrl url =
                PostgresUrl.parse("jdbc:postgresql://h/d?user=me&password=canary&sslmode=require&currentSchema=a,b");

        assertThat(url.shown()).isEqualTo("jdbc:postgresql://h:5432/d");
        assertThat(url.driverUrl()).doesNotContain("canary");
        assertThat(url.currentSchemas()).containsExactly("a", "b");
    }
}
