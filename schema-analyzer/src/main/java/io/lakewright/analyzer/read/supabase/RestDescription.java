package io.lakewright.analyzer.read.supabase;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.core.document.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Asks a project to describe one of its schemas. No redirect is followed, the answer is bounded in size and time, and the
 * key stands in headers only, never in a message.
 */
final class RestDescription {

    private static final long MAXIMUM_BYTES = 20L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SCHEMA = Pattern.compile("[\\p{L}\\p{N}_$ -]{1,63}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,4096}");

    private final ProjectAddress address;
    private final Optional<String> key;
    private final Duration patience;

    RestDescription(ProjectAddress address, Optional<String> key) {
        this(address, key, PATIENCE);
    }

    RestDescription(ProjectAddress address, Optional<String> key, Duration patience) {
        this.address = address;
        this.key = key.map(String::strip).filter(text -> !text.isEmpty());
        this.patience = patience;
    }

    /**
     * The description of a schema.
     *
     * @param schema empty for the one that the project gives first
     * @throws ProblemException LW-1561 no key or refused, LW-1562 unreachable, LW-1563 no such schema, LW-1564 an answer
     *     that is no description, LW-1565 too large or too slow
     */
    JsonNode of(Optional<String> schema) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.base() + "/rest/v1/"))
                .timeout(patience)
                .header("Accept", "application/openapi+json, application/json")
                .GET();
        authorize(request);
        schema.ifPresent(name -> {
            if (!SCHEMA.matcher(name).matches()
                    || !StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
                throw noSchema(name, "");
            }
            request.header("Accept-Profile", name);
        });
        HttpResponse<byte[]> response = answer(request.build());
        String body = new String(response.body(), StandardCharsets.UTF_8);
        return switch (response.statusCode()) {
            case 200 -> description(body);
            case 401, 403 -> throw refused();
            case 406 -> throw noSchema(schema.orElse("public"), message(body));
            default -> throw noDescription("it answered with status " + response.statusCode());
        };
    }

    private void authorize(HttpRequest.Builder request) {
        String value = key.orElseThrow(() -> Problem.invalid(
                        "LW-1561",
                        "Reading the Supabase project " + address.base() + " needs its service key.",
                        "Set SUPABASE_SERVICE_KEY to a secret or service_role key of the project.")
                .exception());
        if (!KEY.matcher(value).matches()) {
            throw refused();
        }
        request.header("apikey", value);
        if (value.startsWith("eyJ")) {
            // Only keys of the older form are tokens; the newer ones are refused as such.
            request.header("Authorization", "Bearer " + value);
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                    request,
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAXIMUM_BYTES));
            try {
                return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw tooMuch("took longer than " + patience.toSeconds() + " seconds");
            } catch (ExecutionException e) {
                throw failure(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw tooMuch("was interrupted");
            } finally {
                answer.cancel(true);
                client.shutdownNow();
            }
        }
    }

    private RuntimeException failure(Throwable cause) {
        if (cause instanceof java.net.http.HttpTimeoutException
                && !(cause instanceof java.net.http.HttpConnectTimeoutException)) {
            return tooMuch("took longer than " + patience.toSeconds() + " seconds");
        }
        if (String.valueOf(cause.getMessage()).contains("exceeds")) {
            return tooMuch("is larger than " + MAXIMUM_BYTES / 1024 / 1024 + " MB");
        }
        return new ProblemException(
                Problem.upstream(
                        "LW-1562",
                        "The Supabase project " + address.base() + " cannot be reached.",
                        "Check the name of the project and the network, and that the project is not paused."),
                cause);
    }

    private JsonNode description(String body) {
        JsonNode document;
        try {
            document = Json.read(body);
        } catch (ProblemException e) {
            throw noDescription("its answer is no JSON");
        }
        if (!document.isObject() || document.get("definitions") == null) {
            throw noDescription("its answer names no tables");
        }
        return document;
    }

    private RuntimeException noDescription(String reason) {
        return Problem.upstream(
                        "LW-1564",
                        "The Supabase project " + address.base() + " does not describe its tables: " + reason + ".",
                        "Give its PostgreSQL address instead, jdbc:postgresql://HOST/DATABASE.")
                .exception();
    }

    private RuntimeException refused() {
        return Problem.upstream(
                        "LW-1561",
                        "The Supabase project " + address.base() + " refuses the key.",
                        "Set SUPABASE_SERVICE_KEY to a secret or service_role key of this project.")
                .exception();
    }

    private RuntimeException noSchema(String schema, String message) {
        return new Problem.NotFound(
                        "LW-1563",
                        "The Supabase project " + address.base() + " does not offer the schema \"" + schema + "\".",
                        message.isEmpty() ? "Offer it in the settings of the Data API, or name another one." : message,
                        Map.of())
                .exception();
    }

    private RuntimeException tooMuch(String what) {
        return new Problem.LimitExceeded(
                        "LW-1565",
                        "The description of the Supabase project " + address.base() + " " + what + ".",
                        "Give its PostgreSQL address instead, jdbc:postgresql://HOST/DATABASE.",
                        Map.of())
                .exception();
    }

    /** What the service says of a schema that it does not offer; it lists those that it does. */
    private static String message(String body) {
        try {
            JsonNode message = Json.read(body).get("message");
            String text = message == null ? "" : message.asString("");
            return text.substring(0, Math.min(300, text.length()));
        } catch (ProblemException e) {
            return "";
        }
    }
}
