package io.lakewright.engine.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.engine.tokens.SparkTokens.Flaw;
import io.lakewright.engine.tokens.SparkTokens.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkTokensTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'it''s', 'it\\'s', \"a\\\"b\", 'c:\\\\'",
                "SELECT r'\\', R\"c:\\dir\\\", name FROM t",
                "SELECT `we``ird ; name` FROM `a'b`.`c\"d`",
                "SELECT /* one /* two */ ' */ 1 -- it's `open ( \n FROM t",
                "SELECT /*+ BROADCAST(t) */ a[0], f(b, (c)) FROM t",
                "SELECT größe, :marker, x::INT, a -> b, j:k.l, 1 <=> 2, ~3 | 4 ^ 5 % 6 FROM t@v1",
                "-- a comment that \\\n goes on ' here\nSELECT 1",
                ""
            })
    void acceptsWhatSparksLexerAccepts(String sql) {
        assertThat(SparkTokens.check(sql).flaws()).isEmpty();
    }

    @Test
    void splitsAtSemicolonsOutsideOfStringsNamesAndComments() {
        String script = "-- head; line\nSELECT ';' ; /* a; b */\n  INSERT INTO `x;y` VALUES (1); ;\n-- tail";
        assertThat(SparkTokens.split(script))
                .containsExactly(new Part("SELECT ';'", 2, 1), new Part("INSERT INTO `x;y` VALUES (1)", 3, 3));
    }

    @Test
    void keepsTheCommentsInsideAStatement() {
        assertThat(SparkTokens.split("SELECT 1 -- one\n, 2 -- two"))
                .containsExactly(new Part("SELECT 1 -- one\n, 2", 1, 1));
    }

    @Test
    void tellsWhereAStringWasOpened() {
        assertThat(SparkTokens.check("SELECT 1;\nSELECT 'a\\', b").flaws())
                .containsExactly(new Flaw("The string is not closed", 2, 8));
    }

    @Test
    void tellsWhereAQuotedNameOrACommentWasOpened() {
        assertThat(SparkTokens.check("SELECT `a``").flaws())
                .containsExactly(new Flaw("The quoted name is not closed", 1, 8));
        assertThat(SparkTokens.check("SELECT ``").flaws()).containsExactly(new Flaw("The quoted name is empty", 1, 8));
        assertThat(SparkTokens.check("SELECT 1\n/* /* */").flaws())
                .containsExactly(new Flaw("The comment is not closed", 2, 1));
    }

    @Test
    void tellsWhichBracketIsWrong() {
        assertThat(SparkTokens.check("SELECT (1, [2)").flaws())
                .containsExactly(new Flaw("')' where ']' was expected", 1, 14), new Flaw("'(' is not closed", 1, 8));
        assertThat(SparkTokens.check("SELECT 1)").flaws()).containsExactly(new Flaw("')' closes nothing", 1, 9));
        assertThat(SparkTokens.check("SELECT (1; SELECT 2").flaws())
                .containsExactly(new Flaw("'(' is not closed", 1, 8));
    }

    @Test
    void tellsThePlaceOfEachStatementAndStopsAtAHundredFlaws() {
        assertThat(SparkTokens.split("\nSELECT 1;\n  SELECT 2;SELECT 3"))
                .extracting(part -> part.line() + ":" + part.column())
                .containsExactly("2:1", "3:3", "3:12");
        assertThat(SparkTokens.check("#\n".repeat(200_000)).flaws())
                .hasSize(100)
                .last()
                .extracting(SparkTokens.Flaw::line)
                .isEqualTo(100);
    }

    @Test
    void refusesCharactersThatNoTokenHas() {
        assertThat(SparkTokens.check("SELECT 1 # 2").flaws())
                .containsExactly(new Flaw("Unexpected character '#'", 1, 10));
        assertThat(SparkTokens.check("SELECT \u0000").flaws())
                .containsExactly(new Flaw("Unexpected character U+0000", 1, 8));
    }
}
