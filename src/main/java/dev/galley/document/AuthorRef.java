package dev.galley.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.galley.text.Slug;
import org.jspecify.annotations.Nullable;

/** An author as a document names one: by slug. Name and URL are for one that doesn't exist yet. */
public record AuthorRef(
        String slug, @Nullable String name, @Nullable String url) {
    public AuthorRef {
        slug = slug == null ? Slug.of(Section.orEmpty(name), "") : slug;
    }

    /** A bare slug. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AuthorRef bySlug(String slug) {
        return new AuthorRef(slug, null, null);
    }

    /** A name as people write it ("Ada Lovelace"). */
    public static AuthorRef byName(String name) {
        return new AuthorRef(Slug.of(name, "author"), name.strip(), null);
    }
}
