package dev.galley.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long to wait until a delivery that failed is tried again. */
@ApplicationScoped
class Backoff {
    /** So that what failed together doesn't come back together. */
    private static final double JITTER = 0.1;

    private final List<Duration> waits;

    Backoff(WebhookConfig config) {
        this.waits = config.backoff();
    }

    /** {@code failures} counts the last one, too; null where there were enough. */
    @Nullable
    Duration after(int failures, @Nullable Duration retryAfter) {
        if (failures > waits.size()) {
            return null;
        }
        double factor = 1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble();
        Duration wait = Duration.ofMillis((long) (waits.get(failures - 1).toMillis() * factor));
        return retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait;
    }
}
