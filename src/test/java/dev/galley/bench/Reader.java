package dev.galley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One client who asks one thing at a time, with a key or without. */
record Reader(String baseUrl, @Nullable String key) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int LONGEST_PAGE = 100;

    Reader(String baseUrl) {
        this(baseUrl, null);
    }

    HttpResponse<byte[]> get(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(Duration.ofMinutes(2));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What must be there. */
    JsonNode json(String path) {
        HttpResponse<byte[]> response = get(path);
        JsonNode answer = Json.parse(response.body());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + answer);
        }
        return answer;
    }

    /** The list as it goes on behind that many rows, or behind as many as there are; walked to by cursor. */
    String behind(String list, int rows) {
        String page = list;
        for (int seen = 0; seen < rows; seen += LONGEST_PAGE) {
            JsonNode next = json(with(page, "limit=" + LONGEST_PAGE)).at("/page/next");
            if (next.isNull()) {
                return page;
            }
            page = with(list, "cursor=" + next.asText());
        }
        return page;
    }

    private static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }
}
