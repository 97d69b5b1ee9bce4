package io.lakewright.mcp;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides from the head of an HTTP request whether it may come in: a page of another site, even one whose name was made
 * to point at this machine, must not reach a server that listens on loopback (threats 3.A rows 1, 2, 4, 5).
 *
 * <p>Exact names only: {@code 127.0.0.1}, {@code localhost} and {@code [::1]} with the port that was connected to, and
 * what was allowed beyond. A header that occurs twice is refused, because two readers may disagree on which one counts.
 * No answer ever carries a CORS header.
 *
 * @param hosts further values of Host, such as {@code lake.example:8443}
 * @param origins further values of Origin, such as {@code http://localhost:5173}
 * @param bodyLimit the largest body in bytes
 */
public record RequestGuard(Set<String> hosts, Set<String> origins, long bodyLimit) {

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final int HTTP_PORT = 80;
    private static final String FROM_HERE = "Call from this machine, under the address that the server printed.";

    public RequestGuard {
        hosts = Set.copyOf(hosts);
        origins = Set.copyOf(origins);
    }

    /** Only this machine, bodies up to the given size. */
    public static RequestGuard loopback(long bodyLimit) {
        return new RequestGuard(Set.of(), Set.of(), bodyLimit);
    }

    public RequestGuard allowing(Set<String> moreHosts, Set<String> moreOrigins) {
        Set<String> allHosts = new HashSet<>(hosts);
        allHosts.addAll(moreHosts);
        Set<String> allOrigins = new HashSet<>(origins);
        allOrigins.addAll(moreOrigins);
        return new RequestGuard(allHosts, allOrigins, bodyLimit);
    }

    /**
     * What is looked at.
     *
     * @param localPort the port on which the request came in
     * @param hosts every Host header, as sent
     * @param origins every Origin header, as sent
     * @param contentTypes every Content-Type header, as sent
     * @param contentLength -1 when not said
     */
    public record Head(
            String method,
            int localPort,
            List<String> hosts,
            List<String> origins,
            List<String> contentTypes,
            long contentLength) {}

    /** Why a request may not come in, as an HTTP status with one sentence, and what the caller can do. */
    public record Refusal(int status, String code, String message, String nextStep) {}

    /** The reason to refuse a request; empty when it may come in. */
    public Optional<Refusal> check(Head head) {
        if (head.hosts().size() != 1 || !hostAllowed(head.hosts().getFirst(), head.localPort())) {
            return refuse(421, "LW-1320", "This server does not answer for that host name.", FROM_HERE);
        }
        if (head.origins().size() > 1
                || !head.origins().isEmpty() && !originAllowed(head.origins().getFirst(), head.localPort())) {
            return refuse(403, "LW-1321", "Pages of that origin may not call this server.", FROM_HERE);
        }
        if (WITH_BODY.contains(head.method()) && !isJson(head.contentTypes())) {
            return refuse(
                    415, "LW-1322", "The body must be application/json.", "Send JSON and say so in Content-Type.");
        }
        // A body of unknown length could only be refused after it has come in.
        if (WITH_BODY.contains(head.method()) && head.contentLength() < 0) {
            return refuse(411, "LW-1323", "The length of the body must be told in advance.", "Send Content-Length.");
        }
        if (head.contentLength() > bodyLimit) {
            return refuse(
                    413, "LW-1323", "The body must not be larger than " + bodyLimit + " bytes.", "Send less at once.");
        }
        return Optional.empty();
    }

    private boolean hostAllowed(String host, int port) {
        return hosts.contains(host) || loopbackNames(port).contains(host);
    }

    private boolean originAllowed(String origin, int port) {
        return origins.contains(origin)
                || loopbackNames(port).stream().anyMatch(name -> origin.equals("http://" + name));
    }

    // The port is left out exactly when it is the standard one (RFC 9110 section 4.2.3).
    private static List<String> loopbackNames(int port) {
        String suffix = port == HTTP_PORT ? "" : ":" + port;
        return LOOPBACK.stream().map(name -> name + suffix).toList();
    }

    private static boolean isJson(List<String> contentTypes) {
        if (contentTypes.size() != 1) {
            return false;
        }
        String type = contentTypes.getFirst();
        int parameters = type.indexOf(';');
        String name = parameters < 0 ? type : type.substring(0, parameters);
        return name.strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private static Optional<Refusal> refuse(int status, String code, String message, String nextStep) {
        return Optional.of(new Refusal(status, code, message, nextStep));
    }
}
