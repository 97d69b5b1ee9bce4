package io.lakewright.mcp;

import io.lakewright.core.document.Json;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a {@link RequestGuard} in front of servlets. A refused request is answered with a problem document (RFC 9457) and
 * its body is never parsed.
 */
public final class GuardFilter implements Filter {

    private final RequestGuard guard;

    public GuardFilter(RequestGuard guard) {
        this.guard = guard;
    }

    @Override
    public void doFilter(ServletRequest plain, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plain;
        HttpServletResponse response = (HttpServletResponse) answer;
        Optional<RequestGuard.Refusal> refusal = guard.check(head(request));
        if (refusal.isPresent()) {
            write(response, refusal.get());
            return;
        }
        chain.doFilter(request, response);
    }

    private static RequestGuard.Head head(HttpServletRequest request) {
        return new RequestGuard.Head(
                request.getMethod(),
                request.getLocalPort(),
                headers(request, "Host"),
                headers(request, "Origin"),
                headers(request, "Content-Type"),
                request.getContentLengthLong());
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    private static void write(HttpServletResponse response, RequestGuard.Refusal refusal) throws IOException {
        Map<String, Object> problem = Map.of(
                "type",
                "about:blank",
                "title",
                "Refused",
                "status",
                refusal.status(),
                "detail",
                refusal.message(),
                "code",
                refusal.code(),
                "next_step",
                refusal.nextStep());
        byte[] body = Json.compact(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.status());
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
