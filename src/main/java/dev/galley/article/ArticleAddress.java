package dev.galley.article;

import org.jspecify.annotations.Nullable;

/**
 * An article as the destination of a link names it.
 *
 * @param name a slug or an id; in Galley's own form it may be neither, and leads nowhere then
 * @param locale where the destination says which translation it means
 * @param anchor the place in the article
 * @param isHere false for a path of the API on a host that isn't known to be this Galley's
 */
public record ArticleAddress(
        Form form,
        String name,
        @Nullable String locale,
        @Nullable String anchor,
        boolean isHere) {
    /** The ways to write a link to an article. */
    public enum Form {
        /** {@code article:{slug-or-id}}, which no host and no rename breaks. */
        OWN,
        /** {@code /v1/articles/{slug-or-id}}, with or without a host. */
        API,
        /** The article's page on the frontend, as {@code galley.site.article-url} makes it. */
        PAGE
    }
}
