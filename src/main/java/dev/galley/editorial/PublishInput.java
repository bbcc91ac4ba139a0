package dev.galley.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to publish or unpublish, and what to remember of it. An empty body is now, without a note. */
public record PublishInput(@Nullable Instant at, @Nullable String note) {
    private static final int LONGEST_NOTE = 1_000;

    static PublishInput read(byte[] body) {
        if (body.length == 0) {
            return new PublishInput(null, null);
        }
        JsonNode json = Json.parse(body);
        PublishInput input = Json.bind(json, PublishInput.class);
        if (input.at() != null && input.at().isAfter(Instant.now())) {
            throw Problem.member("/at", InputError.INVALID, "Only now is possible here; leave \"at\" out.");
        }
        if (input.note() != null && input.note().length() > LONGEST_NOTE) {
            throw Problem.member("/note", InputError.TOO_LONG, "At most " + LONGEST_NOTE + " characters.");
        }
        return input;
    }
}
