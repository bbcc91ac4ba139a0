package dev.galley.platform;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one request may bring, and how slowly. */
@ConfigMapping(prefix = "galley.limits")
public interface LimitsConfig {
    /** The largest body of a request. */
    @WithDefault("2M")
    MemorySize body();

    /** The largest body of an import. */
    @WithDefault("10M")
    MemorySize importBody();

    /** How long a request may take to arrive. */
    @WithDefault("40S")
    Duration receive();
}
