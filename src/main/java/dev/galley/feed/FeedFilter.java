package dev.galley.feed;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which articles a feed has; the grammar of lists of articles reads it. */
public class FeedFilter {
    @QueryParam("topic")
    @Parameter(
            description = "Slugs of topics, comma separated: articles that have any of them.",
            example = "http-caching")
    @Nullable
    String topic;

    @QueryParam("author")
    @Parameter(description = "Slugs of authors, comma separated: articles by any of them.")
    @Nullable
    String author;

    @QueryParam("locale")
    @Parameter(description = "Locales, comma separated.", example = "en")
    @Nullable
    String locale;
}
