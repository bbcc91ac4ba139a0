package dev.galley.editorial;

import java.time.Instant;
import java.util.UUID;

/** A preview link that lives, without what opens it. */
public record PreviewLinkItem(UUID id, Instant expiresAt, Instant createdAt, String createdBy) {
    /** Ends before the where clause; the link is {@code l}. */
    static final String SELECT = "select new dev.galley.editorial.PreviewLinkItem(l.id, l.expiresAt, l.createdAt,"
            + " l.createdBy) from PreviewLink l";

    static PreviewLinkItem of(PreviewLink link) {
        return new PreviewLinkItem(link.id, link.expiresAt, link.createdAt, link.createdBy);
    }
}
