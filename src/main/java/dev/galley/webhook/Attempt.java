package dev.galley.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One attempt at a delivery, by whoever claimed it with a number. */
@Entity
@Table(name = "webhook_attempt")
@IdClass(Attempt.Key.class)
public class Attempt extends PanacheEntityBase {
    /** Redelivered without end, a delivery's log would be without end. */
    private static final int MOST_SHOWN = 100;

    @Id
    @Column(name = "delivery_id")
    public UUID deliveryId;

    @Id
    public Long fence;

    public Instant at;
    public @Nullable Integer status;
    public long milliseconds;
    public @Nullable String error;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public @Nullable String answer;

    /** The primary key. */
    public record Key(UUID deliveryId, Long fence) {}

    static void log(Claim claim, Outcome outcome) {
        Attempt attempt = new Attempt();
        attempt.deliveryId = claim.message().id();
        attempt.fence = claim.fence();
        attempt.at = outcome.at();
        attempt.status = outcome.status();
        attempt.milliseconds = outcome.took().toMillis();
        attempt.error = outcome.failure() == null ? null : outcome.failure().word();
        attempt.answer = outcome.answer();
        attempt.persist();
    }

    /** The newest first. */
    static List<Attempt> at(Delivery delivery) {
        return Attempt.<Attempt>find("deliveryId = ?1 order by fence desc", delivery.id)
                .page(0, MOST_SHOWN)
                .list();
    }
}
