package dev.galley.editorial;

import java.time.Instant;
import java.util.UUID;

/** A new preview link, with its token: both are shown this once. */
public record PreviewLinkView(
        UUID id, String url, String token, Instant expiresAt, Instant createdAt, String createdBy) {
    static PreviewLinkView of(PreviewLink link, String url, String token) {
        return new PreviewLinkView(link.id, url, token, link.expiresAt, link.createdAt, link.createdBy);
    }
}
