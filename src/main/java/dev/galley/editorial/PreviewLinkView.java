package dev.galley.editorial;

import dev.galley.write.ShownOnce;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new preview link, with its token: both are shown this once, and null where the answer is given again. */
public record PreviewLinkView(
        UUID id, @Nullable String url, @Nullable String token, Instant expiresAt, Instant createdAt, String createdBy)
        implements ShownOnce {
    static PreviewLinkView of(PreviewLink link, String url, String token) {
        return new PreviewLinkView(link.id, url, token, link.expiresAt, link.createdAt, link.createdBy);
    }

    @Override
    public PreviewLinkView withoutSecret() {
        return new PreviewLinkView(id, null, null, expiresAt, createdAt, createdBy);
    }
}
