package dev.galley.ingest;

import dev.galley.document.ArticleDocument;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an importer made of a source. {@code publishedAt} and {@code updatedAt} are the source's own dates; {@code draft}
 * is true where the source asks to stay unpublished, {@code id} the article's where the source comes from a Galley.
 */
public record Imported(
        ArticleDocument document,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        boolean draft,
        @Nullable UUID id,
        List<ImportWarning> warnings) {
    public Imported withDocument(ArticleDocument document) {
        return new Imported(document, publishedAt, updatedAt, draft, id, warnings);
    }

    public Imported withPublishedAtUnlessKnown(@Nullable Instant time) {
        return new Imported(document, publishedAt == null ? time : publishedAt, updatedAt, draft, id, warnings);
    }
}
