package dev.galley.search;

import dev.galley.article.ArticleReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A completion of what was typed, and where it leads: to an article, to a place in one, to a topic.
 *
 * @param anchor of a heading
 * @param topic the slug of a topic
 */
public record Suggestion(
        @Schema(enumeration = {"title", "heading", "topic"}) String type,

        String text,
        @Nullable ArticleReference article,
        @Nullable String anchor,
        @Nullable String topic) {}
