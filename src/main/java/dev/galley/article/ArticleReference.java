package dev.galley.article;

import dev.galley.query.Row;
import java.time.Instant;
import java.util.UUID;

/** The article that a part belongs to, as lists of parts show it. */
public record ArticleReference(UUID id, String slug, String title, Instant publishedAt) {
    /** Of a row that was read with {@link ArticleCells#REFERENCE}. */
    public static ArticleReference of(Row row) {
        return new ArticleReference(
                row.get(ArticleCells.ID),
                row.get(ArticleCells.SLUG),
                row.get(ArticleCells.TITLE),
                row.get(ArticleCells.PUBLISHED_AT));
    }
}
