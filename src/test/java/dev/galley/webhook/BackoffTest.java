package dev.galley.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The waits, as they come without any setting. */
class BackoffTest {
    private static final WebhookConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(WebhookConfig.class)
            .withConverter(Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter())
            .build()
            .getConfigMapping(WebhookConfig.class);

    private final Backoff backoff = new Backoff(CONFIG);

    @Test
    void theyAreThreeDaysInAll() {
        List<Duration> waits = CONFIG.backoff();
        Duration all = waits.stream().reduce(Duration.ZERO, Duration::plus);
        assertTrue(all.compareTo(Duration.ofHours(71)) > 0 && all.compareTo(Duration.ofHours(72)) <= 0, "" + all);
        assertEquals(Duration.ofSeconds(5), waits.get(0));
        assertTrue(
                IntStream.range(1, waits.size() - 1).allMatch(i -> waits.get(i).compareTo(waits.get(i - 1)) >= 0));
    }

    @Test
    void eachIsATenthShorterOrLongerAndNoTwoAlike() {
        Set<Duration> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            Duration wait = Objects.requireNonNull(backoff.after(3, null));
            assertTrue(wait.compareTo(Duration.ofSeconds(108)) >= 0, wait.toString());
            assertTrue(wait.compareTo(Duration.ofSeconds(132)) <= 0, wait.toString());
            seen.add(wait);
        }
        assertTrue(seen.size() > 500);
    }

    @Test
    void thereIsAnEndToThem() {
        int last = CONFIG.backoff().size();
        assertTrue(backoff.after(last, null) != null);
        assertNull(backoff.after(last + 1, null));
        assertNull(backoff.after(last + 1, Duration.ofHours(1)));
    }

    @Test
    void whoAsksForLongerGetsIt() {
        assertEquals(Duration.ofHours(1), backoff.after(1, Duration.ofHours(1)));
        assertTrue(
                Objects.requireNonNull(backoff.after(9, Duration.ofSeconds(1))).compareTo(Duration.ofHours(7)) > 0);
    }
}
