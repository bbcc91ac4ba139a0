package dev.galley.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Those who follow the change log over HTTP. */
@ConfigMapping(prefix = "galley.events")
public interface ChangeConfig {
    /** How many may listen to one node at once. */
    @WithDefault("5000")
    int listeners();

    /** How often a listener hears that it is still connected. */
    @WithDefault("15S")
    Duration heartbeat();

    /** One that takes nothing for so long is cut off; it comes back with the number of what it has. */
    @WithDefault("30S")
    Duration slowest();
}
