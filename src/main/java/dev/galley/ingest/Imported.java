package dev.galley.ingest;

import dev.galley.document.ArticleDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an importer made of a source. {@code publishedAt} and {@code updatedAt} are the source's own dates; {@code draft}
 * is true where the source asks to stay unpublished.
 */
public record Imported(
        ArticleDocument document,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        boolean draft,
        List<ImportWarning> warnings) {}
