package dev.galley.change;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the change log as clients see it: one of article, topic and author is what has changed. */
public record ChangeView(
        @Schema(description = "The number of the entry: without gaps, in the order of commits.")
        long seq,

        ChangeType type,
        Instant at,
        @Schema(nullable = true) @Nullable ChangedArticle article,
        @Schema(nullable = true) @Nullable Named topic,
        @Schema(nullable = true) @Nullable Named author) {
    /** A topic or an author, by its slug. */
    public record Named(String slug) {}

    static ChangeView of(Change change) {
        return new ChangeView(
                change.seq,
                change.type,
                change.at,
                change.article(),
                change.type == ChangeType.TOPIC_UPDATED ? new Named(change.slug) : null,
                change.type == ChangeType.AUTHOR_UPDATED ? new Named(change.slug) : null);
    }
}
