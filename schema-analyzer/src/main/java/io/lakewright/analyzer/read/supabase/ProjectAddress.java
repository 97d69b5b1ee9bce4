package io.lakewright.analyzer.read.supabase;

import io.lakewright.core.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a project, checked before anything is asked: only hosts of Supabase over HTTPS, or this machine itself,
 * so that no address can make Lakewright send a key, or a request, to another machine (threats.md row 11).
 *
 * @param base scheme, host and port without a final slash; safe to show
 * @param project the name of the project
 */
record ProjectAddress(String base, String project) {

    private static final Pattern HOSTED = Pattern.compile("([a-z0-9-]{1,63})\\.supabase\\.(?:co|in)");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    static boolean looksLikeOne(String source) {
        String lower = source.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    /** @throws io.lakewright.core.ProblemException LW-1560 when it is not the address of a project */
    static ProjectAddress parse(String source) {
        URI uri;
        try {
            uri = new URI(source.strip());
        } catch (URISyntaxException e) {
            throw wrong();
        }
        @Nullable String host = uri.getHost();
        boolean bare = uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null
                && Set.of("", "/", "/rest/v1", "/rest/v1/").contains(String.valueOf(uri.getPath()));
        if (host == null || !bare) {
            throw wrong();
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        if (LOOPBACK.contains(name)) {
            return new ProjectAddress((tls ? "https://" : "http://") + name + port, "local");
        }
        var hosted = HOSTED.matcher(name);
        if (!tls || !port.isEmpty() || !hosted.matches()) {
            throw wrong();
        }
        return new ProjectAddress("https://" + name, hosted.group(1));
    }

    private static RuntimeException wrong() {
        return Problem.invalid(
                        "LW-1560",
                        "The address is not that of a Supabase project.",
                        "Write https://PROJECT.supabase.co; for a project on a host of your own give its PostgreSQL address, jdbc:postgresql://HOST/DATABASE.")
                .exception();
    }
}
