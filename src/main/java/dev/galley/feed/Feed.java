package dev.galley.feed;

import dev.galley.article.PublishedDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what is published, in whichever format.
 *
 * @param self where it is
 * @param first where it begins, {@code self} on the first page
 * @param next where it goes on (RFC 5005 §3); null where it ends
 */
record Feed(
        String title,
        String description,
        String home,
        String self,
        String first,
        @Nullable String next,
        List<PublishedDocument> articles) {
    /** Of an empty one, the epoch: it has to have a time, and the same each time. */
    Instant updated() {
        return articles.stream()
                .map(PublishedDocument::updatedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** It stays the same whatever the article's slug or site becomes (RFC 4287 §4.2.6). */
    static String id(PublishedDocument article) {
        return "urn:uuid:" + article.id();
    }
}
