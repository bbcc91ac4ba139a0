package dev.galley.write;

import dev.galley.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The request was made before: instead of acting again, this was answered then. */
public final class AnsweredBefore extends RuntimeException {
    private final int status;
    private final Map<String, String> headers;
    private final @Nullable String body;

    AnsweredBefore(int status, Map<String, String> headers, @Nullable String body) {
        super(null, null, false, false);
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** JSON. */
    @Nullable
    String body() {
        return body;
    }

    /** The body as what it was made from. */
    public <T> T as(Class<T> type) {
        byte[] json = Objects.requireNonNullElse(body, "null").getBytes(StandardCharsets.UTF_8);
        return Json.bind(Json.parse(json), type);
    }
}
