package dev.galley.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key at its making: the one answer that has its secret. */
public record NewKeyView(
        UUID id,
        String name,
        Role role,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        String secret) {
    static NewKeyView of(AccessKey key, String secret) {
        return new NewKeyView(
                key.id,
                key.name,
                key.role,
                key.createdAt,
                key.createdBy,
                key.expiresAt,
                key.lastUsedAt,
                key.revokedAt,
                secret);
    }

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return "NewKeyView[" + id + "]";
    }
}
