package dev.galley.editorial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the trash keeps what was thrown away. */
@ConfigMapping(prefix = "galley.trash")
public interface TrashConfig {
    /** After this time in the trash an article is purged, with all its revisions. */
    @WithDefault("30D")
    Duration keep();
}
