package dev.galley.article;

import dev.galley.query.Conditions;
import dev.galley.query.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which articles a list is about; the lists of their parts take the same. */
public class ArticleFilter {
    @QueryParam("topic")
    @Parameter(description = "Slugs of topics, comma separated: articles about any of them.", example = "http-caching")
    @Nullable
    String topic;

    @QueryParam("author")
    @Parameter(description = "Slugs of authors, comma separated: articles by any of them.")
    @Nullable
    String author;

    @QueryParam("locale")
    @Parameter(description = "Exactly this locale; without it all locales are there.", example = "en")
    @Nullable
    String locale;

    /** The article is {@code a} in the query. */
    public Conditions conditions() {
        Conditions conditions = new Conditions();
        if (topic != null) {
            conditions.and(
                    "exists (select 1 from ArticleTopic l where l.articleId = a.id and l.topic.slug in :topics)",
                    "topics",
                    Parameters.slugs("topic", topic));
        }
        if (author != null) {
            conditions.and(
                    "exists (select 1 from ArticleAuthor l where l.articleId = a.id and l.author.slug in :authors)",
                    "authors",
                    Parameters.slugs("author", author));
        }
        if (locale != null) {
            conditions.and(
                    "a.locale in :locales",
                    "locales",
                    Parameters.list("locale", locale).stream()
                            .map(ArticleLookup::canonical)
                            .toList());
        }
        return conditions;
    }
}
