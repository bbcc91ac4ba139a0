package dev.galley.editorial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a new Galley begins with. */
@ConfigMapping(prefix = "galley")
public interface SamplesConfig {
    /** Whether an empty database gets a few published articles to look at. */
    @WithDefault("true")
    boolean samples();
}
