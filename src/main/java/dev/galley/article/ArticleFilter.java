package dev.galley.article;

import dev.galley.query.Conditions;
import dev.galley.query.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
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
        topics().ifPresent(slugs -> conditions.and(
                "exists (select 1 from ArticleTopic l where l.articleId = a.id and l.topic.slug in :topics)",
                "topics",
                slugs));
        authors()
                .ifPresent(slugs -> conditions.and(
                        "exists (select 1 from ArticleAuthor l where l.articleId = a.id and l.author.slug in :authors)",
                        "authors",
                        slugs));
        locales().ifPresent(locales -> conditions.and("a.locale in :locales", "locales", locales));
        return conditions;
    }

    public Optional<List<String>> topics() {
        return Optional.ofNullable(topic).map(value -> Parameters.slugs("topic", value));
    }

    public Optional<List<String>> authors() {
        return Optional.ofNullable(author).map(value -> Parameters.slugs("author", value));
    }

    public Optional<List<String>> locales() {
        return Optional.ofNullable(locale).map(value -> Parameters.list("locale", value).stream()
                .map(ArticleLookup::canonical)
                .toList());
    }
}
