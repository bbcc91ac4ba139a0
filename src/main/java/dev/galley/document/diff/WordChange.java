package dev.galley.document.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of text that both sides have, or one of them. */
public record WordChange(Op op, String text) {
    /** Without what is inserted they join to the older text, without what is deleted to the newer one. */
    @Schema(name = "WordOp")
    public enum Op {
        @JsonProperty("equal")
        EQUAL,
        @JsonProperty("delete")
        DELETE,
        @JsonProperty("insert")
        INSERT
    }
}
