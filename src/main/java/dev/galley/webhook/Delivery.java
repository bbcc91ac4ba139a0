package dev.galley.webhook;

import dev.galley.change.Change;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One change that one webhook is told of: in the outbox while it is pending, in the log after that. */
@Entity
@DynamicUpdate
@Table(name = "webhook_delivery")
public class Delivery extends PanacheEntityBase {
    private static final String FREE = "(d.claimedUntil is null or d.claimedUntil <= :now)";

    /** Those that nothing about the same subject stands before, the longest due first. */
    private static final String DUE = """
            from Delivery d where d.webhookId = :webhook and d.state = PENDING and d.dueAt <= :now and %s
            and not exists (select 1 from Delivery e where e.webhookId = d.webhookId and e.state = PENDING
              and e.subject = d.subject and e.seq < d.seq)
            order by d.dueAt, d.seq""".formatted(FREE);

    @Id
    public UUID id;

    @Column(name = "webhook_id")
    public UUID webhookId;

    public long seq;
    public String type;
    public String subject;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public String body;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public DeliveryState state;

    @Column(name = "changed_at")
    public Instant changedAt;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "due_at")
    public Instant dueAt;

    public int failures;
    public long fence;

    @Column(name = "claimed_until")
    public @Nullable Instant claimedUntil;

    @Column(name = "last_status")
    public @Nullable Integer lastStatus;

    @Column(name = "last_error")
    public @Nullable String lastError;

    @Column(name = "finished_at")
    public @Nullable Instant finishedAt;

    static void begin(Webhook webhook, Change change, String body, Instant now) {
        Delivery delivery = new Delivery();
        delivery.id = Ids.next();
        delivery.webhookId = webhook.id;
        delivery.seq = change.seq;
        delivery.subject = subject(change);
        delivery.type = Payload.type(change.type);
        delivery.body = body;
        delivery.state = DeliveryState.PENDING;
        delivery.changedAt = change.at;
        delivery.createdAt = now;
        delivery.dueAt = now;
        delivery.persist();
    }

    /** Which webhooks have something to send now. */
    static List<UUID> webhooksDue(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select w.id from Webhook w where w.paused = false and exists (select 1 from Delivery d"
                                + " where d.webhookId = w.id and d.state = PENDING and d.dueAt <= :now and " + FREE
                                + ")",
                        UUID.class)
                .setParameter("now", now)
                .getResultList();
    }

    static List<Delivery> due(UUID webhook, int limit, Instant now) {
        return getEntityManager()
                .createQuery(DUE, Delivery.class)
                .setParameter("webhook", webhook)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** False where somebody else was faster. */
    boolean claim(Instant until) {
        return update(
                        "claimedUntil = ?1, fence = ?2 where id = ?3 and fence = ?4 and state = PENDING",
                        until,
                        fence + 1,
                        id,
                        fence)
                == 1;
    }

    void delivered(Outcome outcome, Instant now) {
        end(outcome);
        state = DeliveryState.DELIVERED;
        finishedAt = now;
    }

    /** {@code wait} is null where it was tried often enough. */
    void failed(Outcome outcome, @Nullable Duration wait, Instant now) {
        end(outcome);
        failures++;
        if (wait == null) {
            state = DeliveryState.DEAD;
            finishedAt = now;
        } else {
            dueAt = now.plus(wait);
        }
    }

    private void end(Outcome outcome) {
        claimedUntil = null;
        lastStatus = outcome.status();
        lastError = outcome.failure() == null ? null : outcome.failure().word();
    }

    /** From the beginning, under the same id. One that is under way comes to its end first. */
    void again(Instant now) {
        state = DeliveryState.PENDING;
        dueAt = now;
        failures = 0;
        finishedAt = null;
    }

    /** What waits for another try isn't to wait any longer. */
    static void hurry(Webhook webhook, Instant now) {
        update("dueAt = ?1 where webhookId = ?2 and state = PENDING and dueAt > ?1", now, webhook.id);
    }

    static long countChangedBefore(Instant time) {
        return count("state = PENDING and changedAt < ?1", time);
    }

    /** Those of changes before a time. */
    static long discardChangedBefore(Instant time, Instant now) {
        return update(
                "state = DISCARDED, claimedUntil = null, fence = fence + 1, finishedAt = ?1"
                        + " where state = PENDING and changedAt < ?2",
                now,
                time);
    }

    /** Those that wait for so long because their webhook is paused. */
    static long discardPausedBefore(Instant time, Instant now) {
        return update(
                "state = DISCARDED, finishedAt = ?1 where state = PENDING and createdAt < ?2"
                        + " and webhookId in (select w.id from Webhook w where w.paused = true)",
                now,
                time);
    }

    /** With their attempts. */
    static long deleteFinishedBefore(Instant time) {
        return delete("state <> PENDING and finishedAt < ?1", time);
    }

    static Delivery of(Webhook webhook, String id) {
        return found(webhook, Ids.parse(id).flatMap(uuid -> Delivery.<Delivery>findByIdOptional(uuid)));
    }

    static Delivery lock(Webhook webhook, String id) {
        return found(
                webhook,
                Ids.parse(id)
                        .flatMap(uuid -> Delivery.<Delivery>findByIdOptional(uuid, LockModeType.PESSIMISTIC_WRITE)));
    }

    private static Delivery found(Webhook webhook, Optional<Delivery> delivery) {
        return delivery.filter(found -> found.webhookId.equals(webhook.id))
                .orElseThrow(() -> Problem.notFound("delivery with this id of this webhook"));
    }

    private static String subject(Change change) {
        return switch (change.type) {
            case TOPIC_UPDATED -> "topic:" + change.slug;
            case AUTHOR_UPDATED -> "author:" + change.slug;
            default -> "article:" + change.articleId;
        };
    }
}
