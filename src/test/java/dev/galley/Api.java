package dev.galley;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls of a Galley that runs as a process of its own. */
public record Api(String baseUrl, String key) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public HttpResponse<String> post(String path, String contentType, String body) throws IOException {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    public String post(String path, String contentType, byte[] body) throws IOException {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)))
                .body();
    }

    public byte[] bytes(String path) throws IOException {
        try {
            return CLIENT.send(request(path).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Of a draft, whatever its newest version is. */
    public HttpResponse<String> patch(String path, String body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "*")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    public HttpResponse<String> get(String path) throws IOException {
        return send(request(path));
    }

    public CompletableFuture<HttpResponse<String>> getLater(String path) {
        return CLIENT.sendAsync(request(path).build(), BodyHandlers.ofString());
    }

    public JsonNode json(String path) throws IOException {
        return Json.parse(get(path).body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static UncheckedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UncheckedIOException(new IOException(e));
    }
}
