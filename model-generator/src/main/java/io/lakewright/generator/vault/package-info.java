/**
 * Designs raw Data Vaults: hubs, links of whole units of work, satellites. First every table gets its place
 * ({@code VaultPlan}), then references are traced to hubs ({@code HubPaths}), then the tables are made. Pure: the same
 * schema and request give the same model. Start at {@link io.lakewright.generator.vault.VaultBuilder}.
 */
@NullMarked
package io.lakewright.generator.vault;

import org.jspecify.annotations.NullMarked;
