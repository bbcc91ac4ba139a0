package dev.galley.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import dev.galley.platform.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to publish or unpublish, and what to remember of it. An empty body is now, without a note. */
public record PublishInput(@Nullable String at, @Nullable String note) {
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
        RevisionNote.member(note);
        return this;
    }

    /** The time to come that is asked for; null is now, and so is a time that has passed. */
    @Nullable
    Instant later(Instant now) {
        Instant time = time();
        return time != null && time.isAfter(now) ? time : null;
    }

    private @Nullable Instant time() {
        return Timestamps.member("/at", at);
    }
}
