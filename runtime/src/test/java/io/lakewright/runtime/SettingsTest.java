package io.lakewright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.ProblemException;
import io.lakewright.runtime.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void variablesStandAboveTheFile() throws IOException {
        Files.writeString(folder.resolve("lakewright.yaml"), "brain: builtin\ncatalog: dev\n");
        Settings settings = Settings.load(folder, Map.of("LAKEWRIGHT_CATALOG", "prod", "HOME", "/x"));
        assertThat(settings.get(Settings.Key.CATALOG)).contains("prod");
        assertThat(settings.get(Settings.Key.BRAIN)).contains("builtin");
    }

    @Test
    void anUnknownKeyStopsTheStartAndIsNamed() throws IOException {
        Files.writeString(folder.resolve("lakewright.yaml"), "brian: builtin\n");
        assertThatThrownBy(() -> Settings.load(folder, Map.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("brian");
        assertThatThrownBy(() -> Settings.load(folder.resolve("none"), Map.of("LAKEWRIGHT_BRIAN", "x")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("LAKEWRIGHT_BRIAN");
    }

    @Test
    void secretsPrintAsStars() {
        Settings settings = Settings.load(folder, Map.of("LAKEWRIGHT_SOURCE_PASSWORD", "swordfish"));
        assertThat(settings.sourcePassword().orElseThrow().toString()).isEqualTo("***");
    }
}
