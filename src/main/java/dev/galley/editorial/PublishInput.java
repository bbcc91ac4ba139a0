package dev.galley.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to publish or unpublish, and what to remember of it. An empty body is now, without a note. */
public record PublishInput(@Nullable String at, @Nullable String note) {
    private static final int LONGEST_NOTE = 1_000;

    /** A time that has passed is now; one to come is refused. */
    static PublishInput read(byte[] body, Instant now) {
        if (body.length == 0) {
            return new PublishInput(null, null);
        }
        JsonNode json = Json.parse(body);
        PublishInput input = Json.bind(json, PublishInput.class);
        if (input.at() != null && time(input.at()).isAfter(now)) {
            throw Problem.member("/at", InputError.INVALID, "Only now is possible here; leave \"at\" out.");
        }
        if (input.note() != null && input.note().length() > LONGEST_NOTE) {
            throw Problem.member("/note", InputError.TOO_LONG, "At most " + LONGEST_NOTE + " characters.");
        }
        return input;
    }

    private static Instant time(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeException e) {
            throw Problem.member(
                    "/at", InputError.INVALID, "This must be a time as RFC 3339 writes it (2026-05-01T10:00:00Z).");
        }
    }
}
