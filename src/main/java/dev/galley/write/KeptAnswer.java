package dev.galley.write;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.galley.platform.JsonColumn;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What the first request with an Idempotency-Key was answered, or that it is still at work. */
@Entity
@Table(name = "kept_answer")
@IdClass(KeptAnswer.Key.class)
class KeptAnswer extends PanacheEntityBase {
    @Id
    String caller;

    @Id
    @Column(name = "idempotency_key")
    String idempotencyKey;

    String fingerprint;
    UUID claim;

    @Column(name = "claimed_at")
    Instant claimedAt;

    /** Null while the act is under way. */
    @Nullable
    Integer status;

    @Convert(converter = Headers.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    Map<String, String> headers;

    /** JSON. */
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    String body;

    /** The primary key. */
    record Key(String caller, String idempotencyKey) {}

    /** Header fields as JSON in one column. */
    @Converter
    static class Headers extends JsonColumn<Map<String, String>> {
        Headers() {
            super(new TypeReference<>() {});
        }
    }

    static @Nullable KeptAnswer of(IdempotencyKey key) {
        return findById(new Key(key.caller(), key.value()));
    }

    static void claim(IdempotencyKey key, UUID claim, Instant now) {
        KeptAnswer answer = new KeptAnswer();
        answer.caller = key.caller();
        answer.idempotencyKey = key.value();
        answer.fingerprint = key.fingerprint();
        answer.claim = claim;
        answer.claimedAt = now;
        answer.persist();
    }

    /** Whatever stood here is forgotten; false where somebody else was faster. */
    boolean takeOver(UUID next, String fingerprint, Instant now) {
        return update(
                        "claim = ?1, fingerprint = ?2, claimedAt = ?3, status = null, headers = null, body = null"
                                + " where claim = ?4",
                        next,
                        fingerprint,
                        now,
                        claim)
                == 1;
    }

    /** Only where nobody has taken over: false where somebody has. */
    static boolean fill(UUID claim, int status, Map<String, String> headers, @Nullable String body) {
        return update(
                        "status = ?1, headers = ?2, body = ?3 where claim = ?4 and status is null",
                        status,
                        headers,
                        body,
                        claim)
                == 1;
    }

    static void release(UUID claim) {
        delete("claim = ?1 and status is null", claim);
    }

    static long deleteBefore(Instant time) {
        return delete("claimedAt < ?1", time);
    }
}
