package dev.galley.article;

import java.time.Instant;
import java.util.UUID;

/** The article that a part belongs to, as lists of parts show it. */
public record ArticleReference(UUID id, String slug, String title, Instant publishedAt) {}
