/** Settings from {@code lakewright.yaml} and the environment, validated at start. Start at {@link io.lakewright.runtime.settings.Settings}. */
@NullMarked
package io.lakewright.runtime.settings;

import org.jspecify.annotations.NullMarked;
