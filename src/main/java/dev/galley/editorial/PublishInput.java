package dev.galley.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When to publish or unpublish, and what to remember of it. An empty body is now, without a note. */
public record PublishInput(@Nullable String at, @Nullable String note) {
    private static final int LONGEST_NOTE = 1_000;

    /** RFC 3339 writes years with four digits. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static final PublishInput NOW = new PublishInput(null, null);

    static PublishInput read(byte[] body) {
        if (body.length == 0) {
            return NOW;
        }
        JsonNode json = Json.parse(body);
        return Json.bind(json, PublishInput.class).checked();
    }

    PublishInput checked() {
        time();
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Problem.member("/note", InputError.TOO_LONG, "At most " + LONGEST_NOTE + " characters.");
        }
        return this;
    }

    /** The time to come that is asked for; null is now, and so is a time that has passed. */
    @Nullable
    Instant later(Instant now) {
        Instant time = time();
        return time != null && time.isAfter(now) ? time : null;
    }

    private @Nullable Instant time() {
        try {
            Instant time = at == null ? null : Instant.parse(at);
            if (time != null && time.isAfter(LATEST)) {
                throw new DateTimeException("too late");
            }
            return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw Problem.member(
                    "/at", InputError.INVALID, "This must be a time as RFC 3339 writes it (2026-05-01T10:00:00Z).");
        }
    }
}
