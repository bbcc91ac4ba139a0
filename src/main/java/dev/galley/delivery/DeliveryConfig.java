package dev.galley.delivery;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long others may keep what delivery answers. */
@ConfigMapping(prefix = "galley.delivery")
public interface DeliveryConfig {
    /** In browsers and apps. */
    @WithDefault("30S")
    Duration maxAge();

    /** In shared caches, a CDN for one. */
    @WithDefault("60S")
    Duration sharedMaxAge();

    /** How long an old answer may go out while a new one is fetched. */
    @WithDefault("10M")
    Duration staleWhileRevalidate();

    /** How much of the heap answers may take that are kept to be given again; 0 keeps none. */
    @WithDefault("64M")
    MemorySize cacheSize();
}
