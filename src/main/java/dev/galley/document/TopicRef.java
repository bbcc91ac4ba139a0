package dev.galley.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.galley.text.Slug;
import org.jspecify.annotations.Nullable;

/**
 * A topic as a document names it: by slug. Name and kind are for one that doesn't exist yet; of one that does, the
 * topic's own count.
 */
public record TopicRef(
        String slug, @Nullable String name, @Nullable TopicKind kind) {
    public TopicRef {
        slug = slug == null ? Slug.of(Section.orEmpty(name), "") : slug;
    }

    /** A bare slug. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TopicRef bySlug(String slug) {
        return new TopicRef(slug, null, null);
    }

    /** A name as people write it ("Machine Learning"). */
    public static TopicRef byName(String name) {
        return new TopicRef(Slug.of(name, "topic"), name.strip(), null);
    }
}
