package dev.galley.access;

import dev.galley.platform.Ids;
import dev.galley.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A key that opens the editorial surface, known by its hash alone. */
@Entity
@DynamicUpdate
@Table(name = "access_key")
public class AccessKey extends PanacheEntityBase {
    /** The name of the administrator's key, which {@code galley.admin-key} rules. */
    static final String ADMINISTRATOR = "admin";

    @Id
    public UUID id;

    public String name;

    /** The name while the key lives: two living keys never share one. Null once it is revoked. */
    @Column(name = "live_name")
    public @Nullable String liveName;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Role role;

    @Column(name = "secret_hash")
    public String secretHash;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "expires_at")
    public @Nullable Instant expiresAt;

    @Column(name = "last_used_at")
    public @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    public @Nullable Instant revokedAt;

    static AccessKey create(KeyInput input, String secret, String by, Instant now) {
        AccessKey key = new AccessKey();
        key.id = Ids.next();
        key.secretHash = KeySecret.hash(secret);
        key.createdAt = now;
        key.createdBy = by;
        key.change(input);
        key.persist();
        return key;
    }

    void change(KeyInput input) {
        name = input.name();
        liveName = input.name();
        role = input.role();
        expiresAt = input.expiry();
    }

    void revoke(Instant now) {
        liveName = null;
        revokedAt = now;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    boolean isTheAdministrators() {
        return ADMINISTRATOR.equals(liveName);
    }

    /** Among those that live. */
    static Optional<AccessKey> byName(String name) {
        return find("liveName", name).firstResultOptional();
    }

    /**
     * By the index on the hash: how long that takes tells nothing, since the hash of a guess has nothing in common with
     * the one of a secret however near the guess came.
     */
    static Optional<AccessKey> bySecret(String secret) {
        return find("secretHash", KeySecret.hash(secret)).firstResultOptional();
    }

    static AccessKey byId(String id) {
        return Ids.parse(id)
                .flatMap(uuid -> AccessKey.<AccessKey>findByIdOptional(uuid))
                .orElseThrow(AccessKey::unknown);
    }

    /** For a change: one at a time, so that none undoes a revocation that came in between. */
    static AccessKey lock(String id) {
        return Ids.parse(id)
                .flatMap(uuid -> AccessKey.<AccessKey>findByIdOptional(uuid, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(AccessKey::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("key with this id");
    }
}
