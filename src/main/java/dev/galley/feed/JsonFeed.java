package dev.galley.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.galley.article.PublishedDocument;
import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.TopicRef;
import dev.galley.rendition.HtmlRendition;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFeed(
        String version,
        String title,
        String description,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        @JsonProperty("next_url") @Nullable String nextUrl,
        List<Item> items) {
    static final String MEDIA_TYPE = "application/feed+json;charset=UTF-8";

    /** One article. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String url,
            String title,
            @Nullable String summary,
            @Nullable String image,
            @JsonProperty("content_html") String contentHtml,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<Author> authors,
            List<@Nullable String> tags,
            String language) {
        static Item of(PublishedDocument article) {
            ArticleDocument document = article.document();
            return new Item(
                    Feed.id(article),
                    article.links().html(),
                    document.title(),
                    document.summary(),
                    absolute(document.hero() == null ? null : document.hero().url()),
                    HtmlRendition.article(document),
                    article.publishedAt(),
                    article.updatedAt(),
                    document.authors().stream().map(Author::of).toList(),
                    document.topics().stream().map(TopicRef::name).toList(),
                    document.locale());
        }

        /** A reader doesn't know what another one would be relative to. */
        private static @Nullable String absolute(@Nullable String url) {
            return Stream.ofNullable(url)
                    .filter(image -> image.startsWith("https:") || image.startsWith("http:"))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Who wrote an article. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Author(@Nullable String name, @Nullable String url) {
        static Author of(AuthorRef author) {
            return new Author(author.name(), author.url());
        }
    }

    static JsonFeed of(Feed feed) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.description(),
                feed.home(),
                feed.self(),
                feed.next(),
                feed.articles().stream().map(Item::of).toList());
    }
}
