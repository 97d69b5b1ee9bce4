package io.lakewright.engine.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.engine.tokens.SqlTokens.Flaw;
import io.lakewright.engine.tokens.SqlTokens.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTokensTest {

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
        assertThat(SqlTokens.check(sql).flaws()).isEmpty();
    }

    @Test
    void splitsAtSemicolonsOutsideOfStringsNamesAndComments() {
        String script = "-- head; line\nSELECT ';' ; /* a; b */\n  INSERT INTO `x;y` VALUES (1); ;\n-- tail";
        assertThat(SqlTokens.split(script))
                .containsExactly(new Part("SELECT ';'", 2, 1), new Part("INSERT INTO `x;y` VALUES (1)", 3, 3));
    }

    @Test
    void keepsTheCommentsInsideAStatement() {
        assertThat(SqlTokens.split("SELECT 1 -- one\n, 2 -- two"))
                .containsExactly(new Part("SELECT 1 -- one\n, 2", 1, 1));
    }

    @Test
    void tellsWhereAStringWasOpened() {
        assertThat(SqlTokens.check("SELECT 1;\nSELECT 'a\\', b").flaws())
                .containsExactly(new Flaw("The string is not closed", 2, 8));
    }

    @Test
    void tellsWhereAQuotedNameOrACommentWasOpened() {
        assertThat(SqlTokens.check("SELECT `a``").flaws())
                .containsExactly(new Flaw("The quoted name is not closed", 1, 8));
        assertThat(SqlTokens.check("SELECT ``").flaws()).containsExactly(new Flaw("The quoted name is empty", 1, 8));
        assertThat(SqlTokens.check("SELECT 1\n/* /* */").flaws())
                .containsExactly(new Flaw("The comment is not closed", 2, 1));
    }

    @Test
    void tellsWhichBracketIsWrong() {
        assertThat(SqlTokens.check("SELECT (1, [2)").flaws())
                .containsExactly(new Flaw("')' where ']' was expected", 1, 14), new Flaw("'(' is not closed", 1, 8));
        assertThat(SqlTokens.check("SELECT 1)").flaws()).containsExactly(new Flaw("')' closes nothing", 1, 9));
        assertThat(SqlTokens.check("SELECT (1; SELECT 2").flaws()).containsExactly(new Flaw("'(' is not closed", 1, 8));
    }

    @Test
    void refusesCharactersThatNoTokenHas() {
        assertThat(SqlTokens.check("SELECT 1 # 2").flaws())
                .containsExactly(new Flaw("Unexpected character '#'", 1, 10));
        assertThat(SqlTokens.check("SELECT \u0000").flaws())
                .containsExactly(new Flaw("Unexpected character U+0000", 1, 8));
    }
}
