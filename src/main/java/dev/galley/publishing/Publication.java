package dev.galley.publishing;

import dev.galley.document.ArticleDocument;
import java.time.Instant;
import java.util.UUID;

/**
 * What is to be public: a version of a document, the time since which the article counts as published, and the time of
 * its last change.
 */
public record Publication(
        UUID articleId,
        ArticleDocument document,
        long version,
        Instant publishedAt,
        Instant updatedAt,
        Surroundings around) {}
