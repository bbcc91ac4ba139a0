package dev.galley.access;

import dev.galley.write.ShownOnce;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key at its making: the one answer that has its secret, which is null where the answer is given again. */
public record NewKeyView(
        UUID id,
        String name,
        Role role,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String secret)
        implements ShownOnce {
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

    @Override
    public NewKeyView withoutSecret() {
        return new NewKeyView(id, name, role, createdAt, createdBy, expiresAt, lastUsedAt, revokedAt, null);
    }

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return "NewKeyView[" + id + "]";
    }
}
