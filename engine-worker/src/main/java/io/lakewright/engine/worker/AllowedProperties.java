package io.lakewright.engine.worker;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * Which properties a table or schema may carry (threat 42). Of Delta's own only settings pass: never one that holds an
 * expression, such as a constraint, because that text is run when rows are written. Of others none that Spark reads as
 * the place, format or owner of a table.
 */
final class AllowedProperties {

    private static final String DELTA = "delta.";

    /** Settings of Delta by name, and by family where the name ends with a dot. */
    private static final Set<String> SETTINGS = Set.of(
            "appendonly",
            "autooptimize.",
            "checkpointinterval",
            "checkpointpolicy",
            "columnmapping.",
            "compatibility.symlinkformatmanifest.",
            "dataskippingnumindexedcols",
            "dataskippingstatscolumns",
            "deletedfileretentionduration",
            "enablechangedatafeed",
            "enabledeletionvectors",
            "enableexpiredlogcleanup",
            "enableincommittimestamps",
            "enablerowtracking",
            "enabletypewidening",
            "enablevariantshredding",
            "feature.",
            "isolationlevel",
            "logretentionduration",
            "minreaderversion",
            "minwriterversion",
            "randomizefileprefixes",
            "randomprefixlength",
            "settransactionretentionduration",
            "targetfilesize",
            "tunefilesizesforrewrites");

    private static final Set<String> PLACES =
            Set.of("path", "location", "provider", "external", "is_managed_location", "owner");

    private AllowedProperties() {}

    /** @throws Refused for the first key that is not taken here */
    static void check(Collection<String> keys) {
        for (String key : keys) {
            if (!isAllowed(key.strip().toLowerCase(Locale.ROOT))) {
                throw new Refused("The property " + key + " is not taken here.");
            }
        }
    }

    private static boolean isAllowed(String key) {
        if (!key.startsWith(DELTA)) {
            return !PLACES.contains(key) && !key.startsWith("option.") && !key.startsWith("spark.");
        }
        String name = key.substring(DELTA.length());
        return SETTINGS.stream()
                .anyMatch(setting -> setting.endsWith(".") ? name.startsWith(setting) : name.equals(setting));
    }
}
