package dev.galley.document;

import org.jspecify.annotations.Nullable;

/** The picture that stands for the article. */
public record Hero(
        @Required String url,
        @Nullable String alt,
        @Nullable String caption,
        @Nullable Integer width,
        @Nullable Integer height) {
    public Hero withCaption(@Nullable String caption) {
        return new Hero(url, alt, caption, width, height);
    }
}
