package dev.galley.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.galley.article.ArticleTeaser;
import dev.galley.document.Hero;
import dev.galley.taxonomy.AuthorView;
import dev.galley.taxonomy.TopicView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article near another one, and why. */
public record RelatedArticle(
        UUID id,
        String slug,
        String locale,
        String title,
        @Nullable String summary,
        List<AuthorView> authors,
        List<TopicView> topics,
        @Nullable Hero hero,
        Instant publishedAt,
        Instant updatedAt,
        int wordCount,
        int readingMinutes,
        List<Reason> because) {
    /** A topic that both have, by its slug; or words that both use, as the first one writes them, the strongest first. */
    @Schema(name = "RelatedReason")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(@Nullable String topic, @Nullable List<String> words) {
        static Reason topic(String slug) {
            return new Reason(slug, null);
        }

        static Reason words(List<String> words) {
            return new Reason(null, words);
        }
    }

    static RelatedArticle of(ArticleTeaser teaser, List<Reason> because) {
        return new RelatedArticle(
                teaser.id(),
                teaser.slug(),
                teaser.locale(),
                teaser.title(),
                teaser.summary(),
                teaser.authors(),
                teaser.topics(),
                teaser.hero(),
                teaser.publishedAt(),
                teaser.updatedAt(),
                teaser.wordCount(),
                teaser.readingMinutes(),
                because);
    }
}
