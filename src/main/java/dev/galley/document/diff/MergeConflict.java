package dev.galley.document.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part that both sides changed, and not alike. The pointer leads into their document, or into mine where the part is
 * gone from theirs. The values are those of {@code member}, or else the whole part; of a part that moved, its places;
 * null where a side doesn't have it.
 */
public record MergeConflict(
        String pointer,
        Code code,
        PartKind part,
        String id,
        String label,
        @Nullable String member,
        @Schema(implementation = Object.class) JsonNode base,
        @Schema(implementation = Object.class) JsonNode mine,
        @Schema(implementation = Object.class) JsonNode theirs) {
    /** What happened to the part. */
    @Schema(name = "MergeConflictCode")
    public enum Code {
        /** Both changed it. */
        @JsonProperty("edited")
        EDITED,
        /** One removed it, the other changed it or put something into it. */
        @JsonProperty("removed")
        REMOVED,
        /** Both moved it. */
        @JsonProperty("moved")
        MOVED,
        /** Both added a part of this id. */
        @JsonProperty("added")
        ADDED
    }
}
