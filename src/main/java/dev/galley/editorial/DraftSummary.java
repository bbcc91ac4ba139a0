package dev.galley.editorial;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft in a list: everything but its document. */
public record DraftSummary(
        UUID id,
        String slug,
        String locale,
        String title,
        DraftStatus status,
        long version,
        boolean hasUnpublishedChanges,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        @Nullable Instant publishedAt) {
    /** Ends before the where clause; the draft is {@code d}. */
    static final String SELECT = """
            select new dev.galley.editorial.DraftSummary(
              d.id, d.slug, d.locale, d.title, d.status, d.version,
              case when d.publishedVersion = d.version then false else true end,
              d.createdAt, d.createdBy, d.updatedAt, d.updatedBy, d.firstPublishedAt)
            from Draft d""";
}
