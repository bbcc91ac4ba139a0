package dev.galley.taxonomy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An author as articles show one. */
@Schema(name = "Author")
public record AuthorView(String slug, String name, @Nullable String url) {
    public static AuthorView of(Author author) {
        return new AuthorView(author.slug, author.name, author.url);
    }
}
