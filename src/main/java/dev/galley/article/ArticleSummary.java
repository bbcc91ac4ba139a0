package dev.galley.article;

import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.document.SeriesPlace;
import dev.galley.taxonomy.AuthorView;
import dev.galley.taxonomy.TopicView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A published article in a list: all but what is read whole. */
public record ArticleSummary(
        UUID id,
        String slug,
        String locale,
        String title,
        @Nullable String summary,
        List<AuthorView> authors,
        List<TopicView> topics,
        @Nullable SeriesPlace series,
        @Nullable Hero hero,
        Instant publishedAt,
        Instant updatedAt,
        long version,
        int wordCount,
        int readingMinutes,
        Seo seo,
        List<Translation> translations,
        @Nullable Fallback fallback,
        ArticleLinks.View links) {
    static ArticleSummary of(
            ArticleRow row, Relations relations, ArticleLinks.View links, UnaryOperator<String> texts) {
        return new ArticleSummary(
                row.id(),
                row.slug(),
                row.locale(),
                row.title(),
                row.summary(),
                relations.authors(row.id()),
                relations.topics(row.id()),
                row.series(),
                ArticleView.hero(row.hero(), texts),
                row.publishedAt(),
                row.updatedAt(),
                row.version(),
                row.wordCount(),
                row.readingMinutes(),
                row.seo(),
                relations.translations(row.translationKey(), row.locale()),
                null,
                links);
    }
}
