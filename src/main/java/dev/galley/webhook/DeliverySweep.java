package dev.galley.webhook;

import dev.galley.write.Writes;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Forgets deliveries that have been done for long, and gives up those that a paused webhook has left lying. */
@ApplicationScoped
class DeliverySweep {
    private static final Logger LOG = Logger.getLogger(DeliverySweep.class);

    private final WebhookConfig config;
    private final Writes writes;
    private final Clock clock;

    DeliverySweep(WebhookConfig config, Writes writes, Clock clock) {
        this.config = config;
        this.writes = writes;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void sweep() {
        sweep(clock.instant());
    }

    void sweep(Instant now) {
        Instant before = now.minus(config.keep());
        long forgotten = writes.run(() -> Delivery.deleteFinishedBefore(before));
        long discarded = writes.run(() -> Delivery.discardPausedBefore(before, now));
        if (forgotten + discarded > 0) {
            LOG.infof(
                    "Forgot %d deliveries that were done for %s, discarded %d of paused webhooks",
                    forgotten, config.keep(), discarded);
        }
    }
}
