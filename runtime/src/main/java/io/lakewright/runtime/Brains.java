package io.lakewright.runtime;

import io.lakewright.assistant.Brain;
import io.lakewright.assistant.claude.ClaudeBrain;
import io.lakewright.runtime.settings.Secret;
import io.lakewright.runtime.settings.Settings;

/** Makes brains that need a key from the settings. */
final class Brains {

    private Brains() {}

    static Brain claude(Secret key, Settings settings) {
        return settings.get(Settings.Key.MODEL)
                .map(model -> ClaudeBrain.of(key.reveal(), model))
                .orElseGet(() -> ClaudeBrain.of(key.reveal()));
    }
}
