package io.lakewright.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.type.LakeType;
import io.lakewright.sql.node.Expressions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden vectors of recipe H1 (modeling.md 1.3) and its rules. */
class H1Test {

    /** @param values what is hashed */
    record Vector(@Nullable String[] values, String text, String md5, String sha256) {}

    static Stream<Vector> vectors() {
        return Stream.of(
                vector(
                        "\"ABC\"",
                        "d8603bd6d4e64e25a25bcb84f3ce391c",
                        "0fd3038f8a66ebe544c0baa03845283d0135330c78547e0e7a5bfdc94b52b51d",
                        "  abc "),
                vector(
                        "\"A||B\"",
                        "8a263aac7c80581381be5a449bc92337",
                        "a1b4a663724b981821c77239aca329334084beed3aa3d27d74ae7e43c44a9554",
                        "a||b"),
                vector(
                        "\"A\\\"B\"",
                        "cc15401b3c263c81ada30d15ac04d54f",
                        "214e70e530ec514fb06ca495633d9c77bb375ea5c734e1a2e76fd7ed7fe95b22",
                        "a\"b"),
                vector(
                        "\"A\\\\B\"",
                        "f14894e4070d622813462729d3a4291a",
                        "b5a0ab08131cf1ddcbf35f7829f96415c3476da3276193903d601ba78555f6c8",
                        "a\\b"),
                vector(
                        "\"\"",
                        "9d4568c009d203ab10e33ea9953a0264",
                        "12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126",
                        ""),
                vector(
                        "^^",
                        "ea01662a5bcbe94a3236d555bbcb3da3",
                        "dd9c8445e43d2717ad906b284ae560a4e9e16eb87f64ce27d0fdf3446e64ef44",
                        (String) null),
                vector(
                        "\"A||B\"||\"C\"",
                        "501b4393f69b4751dc28c1b0d440ef61",
                        "6100d46b14a264f61646f765f69203a965174636d0da0b394fc1cc132898d360",
                        "a||b",
                        "c"),
                vector(
                        "\"A\"||\"B||C\"",
                        "a9f27cf3b5d46b6a9be575fd6b6f0596",
                        "8f618beef6c3b78560a89ff7cb65bbdd7fc59229e43ce8fa139c61047035aebb",
                        "a",
                        "b||c"),
                vector(
                        "\"1001\"||^^",
                        "8ce881af177a3d952e697a609e4e5c90",
                        "64641e3d1780d24c02f961d94e27490f43f38ea2aafe00ffd918d0577a9c674b",
                        "1001",
                        null),
                vector(
                        "^^||\"1001\"",
                        "27ae83f56be557baed882b5371d0cd2b",
                        "327137ddd366b486dea0af7dbb8f5c41e0b927c56b617912cfe35443a7b7480b",
                        null,
                        "1001"));
    }

    private static Vector vector(String text, String md5, String sha256, @Nullable String... values) {
        return new Vector(values, text, md5, sha256);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void hashesKeysAsTheRecipeSays(Vector vector) {
        assertThat(H1.keyText(vector.values())).isEqualTo(vector.text());
        assertThat(H1.digest("MD5", vector.text())).isEqualTo(vector.md5());
        assertThat(H1.digest("SHA-256", vector.text())).isEqualTo(vector.sha256());
    }

    @Test
    void givesTheZeroKeyWhereEveryPartIsMissing() {
        assertThat(H1.key(null, null)).isEqualTo(H1.ZERO_KEY).hasSize(64);
        assertThat(H1.key("a", null)).isNotEqualTo(H1.ZERO_KEY);
    }

    @Test
    void doesNotChangeWhenAnEmptyColumnIsAppended() {
        assertThat(H1.diff("a", null)).isEqualTo(H1.diff("a")).isEqualTo(H1.diff("a", null, null));
        assertThat(H1.diff(null, "a")).isNotEqualTo(H1.diff("a"));
        assertThat(H1.diff("a", "||^^")).isNotEqualTo(H1.diff("a"));
    }

    @Test
    void seesCaseAndLeadingBlanksInChangesButNotBlanksAtTheEnd() {
        assertThat(H1.diff("a")).isNotEqualTo(H1.diff("A")).isNotEqualTo(H1.diff(" a"));
        assertThat(H1.diff("a  ")).isEqualTo(H1.diff("a"));
        assertThat(H1.diff("")).isNotEqualTo(H1.diff((String) null));
    }

    @Test
    void refusesFloatsInKeys() {
        H1.Input input = new H1.Input(Expressions.column("x"), LakeType.of(LakeType.Base.DOUBLE));
        assertThatThrownBy(() -> H1.key(List.of(input))).hasMessageContaining("LW-1203");
    }
}
