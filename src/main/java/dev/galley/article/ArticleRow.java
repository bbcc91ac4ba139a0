package dev.galley.article;

import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.document.SeriesPlace;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list reads of an article: every column but the body. */
record ArticleRow(
        UUID id,
        String slug,
        String locale,
        @Nullable String translationKey,
        String title,
        @Nullable String summary,
        @Nullable Hero hero,
        Seo seo,
        @Nullable String seriesSlug,
        @Nullable String seriesTitle,
        @Nullable Integer seriesPosition,
        Instant publishedAt,
        Instant updatedAt,
        long version,
        int wordCount,
        int readingMinutes) {
    /** Ends before the where clause; the article is {@code a}. */
    static final String SELECT = """
            select new dev.galley.article.ArticleRow(
              a.id, a.slug, a.locale, a.translationKey, a.title, a.summary, a.hero, a.seo,
              s.slug, s.title, a.seriesPosition, a.publishedAt, a.updatedAt, a.version, a.wordCount, a.readingMinutes)
            from Article a left join Series s on s.id = a.seriesId""";

    @Nullable
    SeriesPlace series() {
        return seriesSlug == null ? null : new SeriesPlace(seriesSlug, seriesTitle, seriesPosition);
    }
}
