package dev.galley.article;

import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.document.SeriesPlace;
import dev.galley.query.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was read of an article. Members that nobody asked for are null, 0 or empty, and not shown. */
public record ArticleRow(
        UUID id,
        String slug,
        String locale,
        @Nullable String translationKey,
        String title,
        @Nullable String summary,
        @Nullable Hero hero,
        Seo seo,
        @Nullable SeriesPlace series,
        Instant publishedAt,
        Instant updatedAt,
        long version,
        int wordCount,
        int readingMinutes,
        ArticleBody body) {
    static ArticleRow of(Row row) {
        ArticleBody body = row.get(ArticleCells.BODY);
        return new ArticleRow(
                row.get(ArticleCells.ID),
                row.get(ArticleCells.SLUG),
                row.get(ArticleCells.LOCALE),
                row.get(ArticleCells.TRANSLATION_KEY),
                row.get(ArticleCells.TITLE),
                row.get(ArticleCells.SUMMARY),
                row.get(ArticleCells.HERO),
                row.get(ArticleCells.SEO),
                series(row),
                row.get(ArticleCells.PUBLISHED_AT),
                row.get(ArticleCells.UPDATED_AT),
                row.getLong(ArticleCells.VERSION),
                row.getInt(ArticleCells.WORD_COUNT),
                row.getInt(ArticleCells.READING_MINUTES),
                body == null ? ArticleBody.EMPTY : body);
    }

    /** All of an article, which need not be stored. */
    public static ArticleRow of(Article article, @Nullable SeriesPlace series) {
        return new ArticleRow(
                article.id,
                article.slug,
                article.locale,
                article.translationKey,
                article.title,
                article.summary,
                article.hero,
                article.seo,
                series,
                article.publishedAt,
                article.updatedAt,
                article.version,
                article.wordCount,
                article.readingMinutes,
                article.body);
    }

    private static @Nullable SeriesPlace series(Row row) {
        String slug = row.get(ArticleCells.SERIES_SLUG);
        return slug == null
                ? null
                : new SeriesPlace(slug, row.get(ArticleCells.SERIES_TITLE), row.get(ArticleCells.SERIES_POSITION));
    }
}
