package dev.galley.editorial;

import dev.galley.platform.Json;
import org.jspecify.annotations.Nullable;

/** What to remember of a restored version. An empty body is no note. */
public record RestoreInput(@Nullable String note) {
    static RestoreInput read(byte[] body) {
        RestoreInput input =
                body.length == 0 ? new RestoreInput(null) : Json.bind(Json.parse(body), RestoreInput.class);
        RevisionNote.member(input.note());
        return input;
    }
}
