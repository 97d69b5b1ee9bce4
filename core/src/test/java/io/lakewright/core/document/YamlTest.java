package io.lakewright.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    @Test
    void readsWhatItWrites() {
        var document = Json.read("{\"a\": [1, 2.5, \"x: y\", null, true], \"b\": {\"c\": \"\"}}");

        assertThat(Yaml.read(Yaml.write(document))).isEqualTo(document);
    }

    /** threats.md row 49: what would exhaust memory or the stack ends in a clear error. */
    @ParameterizedTest
    @ValueSource(strings = {"a: &a [*a]", "a: 1\na: 2", "a: !!javax.script.ScriptEngineManager []", "a: [1"})
    void refusesWhatIsNoPlainTree(String text) {
        assertThatThrownBy(() -> Yaml.read(text)).hasMessageContaining("LW-1004");
    }

    @Test
    void refusesDepthThatWouldExhaustTheStack() {
        assertThatThrownBy(() -> Yaml.read("[".repeat(200_000))).hasMessageContaining("LW-1004");
        assertThatThrownBy(() -> Yaml.read("a: " + "[".repeat(101) + "]".repeat(101)))
                .hasMessageContaining("LW-1004");
    }
}
