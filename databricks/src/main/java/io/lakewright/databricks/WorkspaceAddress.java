package io.lakewright.databricks;

import io.lakewright.core.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which workspace and catalog: {@code databricks://HOST/CATALOG?warehouse=ID}. Only hosts of Databricks, over HTTPS, and
 * this machine itself are taken, so that no address can make Lakewright send a token elsewhere.
 *
 * @param host scheme, host and port; safe to show
 * @param warehouse id of a SQL warehouse, without which keys are asked for table by table
 */
public record WorkspaceAddress(String host, String catalog, Optional<String> warehouse) {

    private static final String SCHEME = "databricks://";
    private static final List<String> DOMAINS = List.of(
            ".cloud.databricks.com",
            ".gcp.databricks.com",
            ".azuredatabricks.net",
            ".databricks.azure.us",
            ".databricks.azure.cn",
            ".cloud.databricks.us",
            ".cloud.databricks.mil");
    private static final Pattern LABELS = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern WAREHOUSE = Pattern.compile("warehouse=([0-9a-zA-Z]{1,64})");

    /** Whether a text is meant for one. */
    public static boolean matches(String source) {
        return source.strip().regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** @throws io.lakewright.core.ProblemException LW-2300 when it is no address of a workspace */
    public static WorkspaceAddress parse(String source) {
        URI uri;
        try {
            uri = new URI(source.strip());
        } catch (URISyntaxException e) {
            throw wrong();
        }
        @Nullable String host = uri.getHost();
        String path = String.valueOf(uri.getPath());
        if (host == null || uri.getUserInfo() != null || uri.getFragment() != null || path.length() < 2) {
            throw wrong();
        }
        String catalog = path.substring(1);
        if (catalog.isBlank() || catalog.length() > 255 || catalog.contains("/")) {
            throw wrong();
        }
        return new WorkspaceAddress(base(host.toLowerCase(Locale.ROOT), uri.getPort()), catalog, warehouse(uri));
    }

    private static String base(String host, int port) {
        if (LOOPBACK.contains(host)) {
            return "http://" + host + (port < 0 ? "" : ":" + port);
        }
        boolean known = LABELS.matcher(host).matches() && DOMAINS.stream().anyMatch(host::endsWith);
        if (!known || port >= 0 && port != 443) {
            throw wrong();
        }
        return "https://" + host;
    }

    private static Optional<String> warehouse(URI uri) {
        if (uri.getQuery() == null) {
            return Optional.empty();
        }
        Matcher written = WAREHOUSE.matcher(uri.getQuery());
        if (!written.matches()) {
            throw wrong();
        }
        return Optional.of(written.group(1));
    }

    /** The address as it may be shown and stored. */
    public String shown() {
        return SCHEME + host.substring(host.indexOf("://") + 3) + "/" + catalog;
    }

    private static RuntimeException wrong() {
        return Problem.invalid(
                        "LW-2300",
                        "The address is not that of a catalog of a Databricks workspace.",
                        "Write databricks://HOST/CATALOG?warehouse=ID, with the host of the workspace such as dbc-1234.cloud.databricks.com.")
                .exception();
    }
}
