package dev.galley.search;

import dev.galley.article.ArticleReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param anchor where in the article it stands; null for the article itself and for takeaways
 * @param title the article's, the section's heading, the question
 * @param highlight safe HTML, with the words in {@code <mark>}
 * @param question and {@code answer}, in plain text, where a FAQ was found
 */
public record SearchHit(
        @Schema(enumeration = {"article", "section", "faq", "takeaway"})
        String type,

        float score,
        ArticleReference article,
        @Nullable String anchor,
        String title,
        String highlight,
        @Nullable String question,
        @Nullable String answer) {}
