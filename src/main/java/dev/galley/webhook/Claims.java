package dev.galley.webhook;

import dev.galley.write.Writes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who sends what, settled in the database between all nodes. */
@ApplicationScoped
class Claims {
    private static final Logger LOG = Logger.getLogger(Claims.class);

    /** Much longer than an attempt may take: after that its node is dead or suspended. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final Writes writes;
    private final Backoff backoff;
    private final Clock clock;

    Claims(Writes writes, Backoff backoff, Clock clock) {
        this.writes = writes;
        this.backoff = backoff;
        this.clock = clock;
    }

    List<Claim> take(UUID webhookId, int limit, Instant now) {
        return writes.run(() -> {
            Webhook webhook = Webhook.findById(webhookId);
            return webhook == null
                    ? List.<Claim>of()
                    : Delivery.due(webhookId, limit, now).stream()
                            .filter(delivery -> delivery.claim(now.plus(LONGEST)))
                            .map(delivery -> claim(delivery, webhook, now))
                            .toList();
        });
    }

    /**
     * False where the claim has been taken over: the attempt is in the log then, and what has become of the delivery is
     * for others to say.
     */
    boolean settle(Claim claim, Outcome outcome) {
        Instant now = clock.instant();
        return writes.run(() -> {
            Delivery delivery = Delivery.findById(claim.message().id(), LockModeType.PESSIMISTIC_WRITE);
            if (delivery == null) {
                return false;
            }
            Attempt.log(claim, outcome);
            if (delivery.fence != claim.fence() || delivery.state != DeliveryState.PENDING) {
                return false;
            }
            settle(delivery, outcome, now);
            return true;
        });
    }

    /** What a backup has brought back isn't sent once more. */
    void discardChangedBefore(Instant time) {
        Instant now = clock.instant();
        long discarded = QuarkusTransaction.requiringNew().call(() -> Delivery.countChangedBefore(time)) == 0
                ? 0
                : writes.run(() -> Delivery.discardChangedBefore(time, now));
        if (discarded > 0) {
            LOG.infof("Discarded %d deliveries of changes before %s", discarded, time);
        }
    }

    private void settle(Delivery delivery, Outcome outcome, Instant now) {
        Failure failure = outcome.failure();
        if (failure == null) {
            delivery.delivered(outcome, now);
        } else {
            delivery.failed(outcome, backoff.after(delivery.failures + 1, outcome.retryAfter()), now);
            if (failure == Failure.GONE) {
                pause(Webhook.findById(delivery.webhookId, LockModeType.PESSIMISTIC_WRITE), now);
            }
        }
    }

    private static void pause(@Nullable Webhook webhook, Instant now) {
        if (webhook != null) {
            webhook.pause(Failure.GONE, now);
        }
    }

    private static Claim claim(Delivery delivery, Webhook webhook, Instant now) {
        Message message = new Message(delivery.id, URI.create(webhook.url), delivery.body, webhook.secrets(now));
        return new Claim(message, delivery.fence + 1, now.plus(LONGEST));
    }
}
