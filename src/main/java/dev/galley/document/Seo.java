package dev.galley.document;

import org.jspecify.annotations.Nullable;

/** What search engines are told where it differs from the article's own title and summary. */
public record Seo(
        @Nullable String title,
        @Nullable String description,
        @Nullable String canonicalUrl,
        Boolean noindex) {
    public static final Seo NONE = new Seo(null, null, null, false);

    public Seo {
        noindex = noindex != null && noindex;
    }
}
