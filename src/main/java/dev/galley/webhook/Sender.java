package dev.galley.webhook;

import dev.galley.change.Change;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Empties the outbox. Every node looks once a second, and at once after a commit of its own; whoever claims a delivery
 * sends it. A node that dies in between leaves its claims to expire.
 */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** To one webhook: a receiver that hangs holds up itself alone. */
    static final int AT_ONCE = 8;

    /** What comes back is written down without taking the database from those who read and write. */
    private static final int SETTLED_AT_ONCE = 4;

    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final WebhookConfig config;
    private final Claims claims;
    private final Courier courier;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "galley-webhooks");
    private final ExecutorService settling = Executors.newFixedThreadPool(SETTLED_AT_ONCE, task -> {
        Thread thread = new Thread(task, "galley-webhook-log");
        thread.setDaemon(true);
        return thread;
    });

    private final Object news = new Object();
    private final Map<UUID, Integer> underWay = new HashMap<>();
    private boolean told;
    private boolean stopping;

    Sender(WebhookConfig config, Claims claims, Courier courier, Clock clock) {
        this.config = config;
        this.claims = claims;
        this.courier = courier;
        this.clock = clock;
    }

    void start(@Observes @Priority(20) StartupEvent start) {
        thread.setDaemon(true);
        thread.start();
    }

    /** What is under way comes to its end, unless its receiver hangs; then it is sent again by whoever is there. */
    void stop(@Observes ShutdownEvent stop) {
        synchronized (news) {
            stopping = true;
            news.notifyAll();
            Instant latest = clock.instant().plus(LAST_WAIT);
            while (!underWay.isEmpty() && clock.instant().isBefore(latest)) {
                await(LOOK_EVERY);
            }
        }
        settling.shutdown();
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) Change.Logged logged) {
        wake();
    }

    /** There is something to send. */
    void wake() {
        synchronized (news) {
            told = true;
            news.notifyAll();
        }
    }

    private void run() {
        while (pause()) {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.errorf(e, "Webhooks could not be sent; it is tried again");
            }
        }
    }

    /** False where it has come to its end. */
    private boolean pause() {
        synchronized (news) {
            if (!told && !stopping) {
                await(LOOK_EVERY);
            }
            told = false;
            return !stopping;
        }
    }

    private void await(Duration longest) {
        try {
            news.wait(longest.toMillis());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void look() {
        Instant now = clock.instant();
        config.discardBefore().ifPresent(time -> claims.discardChangedBefore(time));
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> Delivery.webhooksDue(now));
        for (UUID webhook : due) {
            int free = free(webhook);
            if (free > 0) {
                claims.take(webhook, free, now).stream().filter(this::isInTime).forEach(claim -> send(webhook, claim));
            }
        }
    }

    /** A node that was suspended just then leaves its claim to whoever takes it over. */
    private boolean isInTime(Claim claim) {
        return claim.until().minus(courier.longest()).isAfter(clock.instant());
    }

    private void send(UUID webhook, Claim claim) {
        synchronized (news) {
            underWay.merge(webhook, 1, Integer::sum);
        }
        courier.send(claim.message(), claim.fence())
                .thenAcceptAsync(outcome -> settle(claim, outcome), settling)
                .whenComplete((done, failure) -> done(webhook));
    }

    private void settle(Claim claim, Outcome outcome) {
        try {
            if (!claims.settle(claim, outcome)) {
                LOG.warnf(
                        "Delivery %s was taken over while it was sent from here",
                        claim.message().id());
            }
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "What became of delivery %s could not be noted; it is sent again",
                    claim.message().id());
        }
    }

    private void done(UUID webhook) {
        synchronized (news) {
            underWay.computeIfPresent(webhook, (id, count) -> count == 1 ? null : count - 1);
        }
        wake();
    }

    private int free(UUID webhook) {
        synchronized (news) {
            return AT_ONCE - underWay.getOrDefault(webhook, 0);
        }
    }
}
