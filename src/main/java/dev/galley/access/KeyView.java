package dev.galley.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key as administrators see it. Revoked ones stay listed, so that what they did has a name. */
public record KeyView(
        UUID id,
        String name,
        Role role,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    /** Ends before the where clause; the key is {@code k}. */
    static final String SELECT = """
            select new dev.galley.access.KeyView(k.id, k.name, k.role, k.createdAt, k.createdBy,
              k.expiresAt, k.lastUsedAt, k.revokedAt)
            from AccessKey k""";

    static KeyView of(AccessKey key) {
        return new KeyView(
                key.id, key.name, key.role, key.createdAt, key.createdBy, key.expiresAt, key.lastUsedAt, key.revokedAt);
    }
}
