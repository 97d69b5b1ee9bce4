package io.lakewright.sql.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hubspot.jinjava.Jinjava;
import io.lakewright.core.ProblemException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a value holds, it is one literal, and reads back as it was (threats.md M1, 31, 32, 36). */
class LiteralsTest {

    private static final String NASTY = "'\\\"`;-{}%#$\n\r\t\0\b u0027nZ_é😀\u2028/*";

    /** Reads a literal as Spark's lexer and its unescaping do; fails when it does not end at the end of the text. */
    private static String read(String literal) {
        assertThat(literal).startsWith("'").endsWith("'");
        StringBuilder value = new StringBuilder();
        int i = 1;
        while (literal.charAt(i) != '\'') {
            char c = literal.charAt(i++);
            if (c != '\\') {
                value.append(c);
                continue;
            }
            char escaped = literal.charAt(i++);
            switch (escaped) {
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                case 't' -> value.append('\t');
                case 'u' -> {
                    value.append((char) Integer.parseInt(literal.substring(i, i + 4), 16));
                    i += 4;
                }
                case '\\', '\'' -> value.append(escaped);
                default -> throw new AssertionError("no such escape: " + escaped);
            }
        }
        assertThat(i).as("the literal ends at the end of %s", literal).isEqualTo(literal.length() - 1);
        return value.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "it's",
                "x\\'); DROP TABLE PROD; --",
                "''",
                "ends with \\",
                "two\nlines",
                "\\u0027",
                "$$",
                "${var}",
                "{{x}}",
                "{% raw %}",
                "{# x #}",
                "\u0000"
            })
    void readsBackAsItWas(String value) {
        String literal = Literals.quote(value);
        assertThat(read(literal)).isEqualTo(value);
        assertThat(literal).doesNotContain("\n", "${", "''" + "x");
    }

    @Test
    void readsBackWhateverIsThrownAtIt() {
        Random random = new Random(20260101);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder value = new StringBuilder();
            int length = random.nextInt(24);
            for (int i = 0; i < length; i++) {
                value.append(NASTY.charAt(random.nextInt(NASTY.length())));
            }
            String literal = Literals.quote(value.toString());
            assertThat(read(literal)).isEqualTo(value.toString());
            assertThat(literal.chars()).noneMatch(c -> c < ' ');
        }
    }

    @Test
    void rendersFixedTextOfATemplateAsItIs() {
        Jinjava jinjava = new Jinjava();
        Random random = new Random(7);
        String signs = "{}%#a'\" -";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder value = new StringBuilder();
            for (int i = 0; i < random.nextInt(16); i++) {
                value.append(signs.charAt(random.nextInt(signs.length())));
            }
            String text = "SELECT " + Literals.quote(value.toString()) + ";\n";
            assertThat(jinjava.render(Form.TEMPLATE.fixed(text), Map.of())).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a`b", "`", "``", "select", "ı", "a.b", "a--b", "é"})
    void quotesNames(String name) {
        String text = Identifier.of(name).text();
        assertThat(text).startsWith("`").endsWith("`");
        String inner = text.substring(1, text.length() - 1);
        assertThat(inner.replace("``", "")).doesNotContain("`");
        assertThat(inner.replace("``", "`")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a,b", "a;b", "a(b", "a{b", "a\nb", "a\tb", "a=b", "a\u0000b"})
    void refusesNamesThatDeltaRefuses(String name) {
        assertThatThrownBy(() -> Identifier.of(name))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("LW-1201");
        assertThat(Identifier.nearest(name).name())
                .doesNotContainAnyWhitespaces()
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nDROP TABLE x", "ends with \\", "%sh rm\n-- MAGIC", "a\u2028b"})
    void keepsACommentOnOneLine(String text) {
        String line = Literals.comment(text);
        assertThat(line.lines()).hasSize(1);
        assertThat(line).doesNotEndWith("\\");
    }
}
