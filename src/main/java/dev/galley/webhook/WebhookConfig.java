package dev.galley.webhook;

import dev.galley.platform.TrueOrFalse;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where webhooks may lead, and how long Galley tries. */
@ConfigMapping(prefix = "galley.webhooks")
public interface WebhookConfig {
    /**
     * Whether webhooks may lead to addresses that aren't on the public internet, and to plain http: for development.
     * Whoever may make a webhook can then have Galley call whatever it can reach.
     */
    @WithDefault("false")
    @WithConverter(TrueOrFalse.class)
    boolean allowPrivate();

    /**
     * Deliveries of changes before this time (RFC 3339) that are still pending are discarded: they come from a backup,
     * and may have been sent since it was made.
     */
    Optional<Instant> discardBefore();

    /** How long one attempt may take, from the lookup of the name to the end of the answer; half a minute at most. */
    @WithDefault("15S")
    Duration timeout();

    /** How long deliveries stay listed, with their attempts, after they are done. */
    @WithDefault("30D")
    Duration keep();

    /**
     * The wait after the first failure, after the second and so on, each of them up to a tenth shorter or longer. After
     * the last one a delivery is dead. These are three days in all.
     */
    @WithDefault("5S,30S,2M,10M,30M,1H,2H,4H,8H,12H,12H,12H,12H,8H")
    List<Duration> backoff();
}
