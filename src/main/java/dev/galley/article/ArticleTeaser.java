package dev.galley.article;

import dev.galley.document.Hero;
import dev.galley.taxonomy.AuthorView;
import dev.galley.taxonomy.TopicView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A published article as another page announces it. */
public record ArticleTeaser(
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
        int readingMinutes) {}
