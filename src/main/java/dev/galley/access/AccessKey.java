package dev.galley.access;

import dev.galley.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A key that opens the editorial surface, known by its hash alone. */
@Entity
@Table(name = "access_key")
public class AccessKey extends PanacheEntityBase {
    /** What secret scanners can recognise. */
    private static final String PREFIX = "galley_";

    private static final int SECRET_BYTES = 32;

    @Id
    public UUID id;

    public String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Role role;

    @Column(name = "secret_hash")
    public String secretHash;

    @Column(name = "created_at")
    public Instant createdAt;

    public static String newSecret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    public static AccessKey create(String name, Role role, String secret, Instant now) {
        AccessKey key = new AccessKey();
        key.id = Ids.next();
        key.name = name;
        key.role = role;
        key.secretHash = hash(secret);
        key.createdAt = now;
        key.persist();
        return key;
    }

    public static Optional<AccessKey> byName(String name) {
        return find("name", name).firstResultOptional();
    }

    /** Looks at every key, so that the time it takes tells nothing of how near a guess came. */
    public static Optional<AccessKey> bySecret(String secret) {
        byte[] wanted = hash(secret).getBytes(StandardCharsets.US_ASCII);
        AccessKey found = null;
        for (AccessKey key : AccessKey.<AccessKey>listAll()) {
            if (MessageDigest.isEqual(key.secretHash.getBytes(StandardCharsets.US_ASCII), wanted)) {
                found = key;
            }
        }
        return Optional.ofNullable(found);
    }

    /** A fast hash is enough for secrets that are long and random; there is nothing to guess. */
    public static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
