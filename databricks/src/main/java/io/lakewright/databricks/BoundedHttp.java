package io.lakewright.databricks;

import com.databricks.sdk.core.http.HttpClient;
import com.databricks.sdk.core.http.Request;
import com.databricks.sdk.core.http.Response;
import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries the SDK's requests to one host, follows no redirect (a header with a token would go along) and bounds every
 * answer in size and time.
 */
final class BoundedHttp implements HttpClient {

    private static final long MAXIMUM_BYTES = 64L * 1024 * 1024;
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "connection", "expect", "upgrade");

    private final String host;
    private final Duration patience;
    private final java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    BoundedHttp(String host, Duration patience) {
        this.host = host;
        this.patience = patience;
    }

    /** @throws ProblemException LW-2301 unreachable or too slow, LW-2305 too large */
    @Override
    public Response execute(Request request) throws IOException {
        if (!request.getUri().toString().startsWith(host + "/")) {
            throw new IOException("a request to another host is refused");
        }
        HttpRequest.Builder sent = HttpRequest.newBuilder(request.getUri()).timeout(patience);
        request.getHeaders().forEach((name, value) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                sent.header(name, value);
            }
        });
        sent.method(request.getMethod(), body(request));
        HttpResponse<byte[]> answer = answer(sent.build());
        InputStream body = new ByteArrayInputStream(answer.body());
        return new Response(
                request,
                request.getUri().toURL(),
                answer.statusCode(),
                Integer.toString(answer.statusCode()),
                answer.headers().map(),
                body);
    }

    private static HttpRequest.BodyPublisher body(Request request) throws IOException {
        if (request.isBodyString()) {
            return HttpRequest.BodyPublishers.ofString(request.getBodyString());
        }
        if (request.isBodyStreaming()) {
            return HttpRequest.BodyPublishers.ofByteArray(
                    request.getBodyStream().readAllBytes());
        }
        return HttpRequest.BodyPublishers.noBody();
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAXIMUM_BYTES));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unreachable(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (String.valueOf(cause.getMessage()).contains("exceeds")) {
                throw new Problem.LimitExceeded(
                                "LW-2305",
                                "The workspace " + host + " sends an answer of more than 64 MB.",
                                "Name fewer schemas with --schema.",
                                Map.of())
                        .exception();
            }
            throw unreachable(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        } finally {
            answer.cancel(true);
        }
    }

    private ProblemException unreachable(Throwable cause) {
        return new ProblemException(
                Problem.upstream(
                        "LW-2301",
                        "The Databricks workspace " + host + " cannot be reached, or does not answer in time.",
                        "Check the host of the workspace and the network."),
                cause);
    }
}
