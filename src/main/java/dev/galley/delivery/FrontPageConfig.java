package dev.galley.delivery;

import dev.galley.platform.TrueOrFalse;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** Whether Galley shows itself to people. */
@ConfigMapping(prefix = "galley")
public interface FrontPageConfig {
    /** Whether there is a page at {@code /} with what is published. */
    @WithDefault("true")
    @WithConverter(TrueOrFalse.class)
    boolean frontPage();
}
