package dev.galley.rendition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an article is beside its document; {@code draft} where this document isn't the one that is public. */
public record Archived(
        UUID id, @Nullable Instant publishedAt, @Nullable Instant updatedAt, boolean draft) {}
