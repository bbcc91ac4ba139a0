package dev.galley.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The languages that articles are written in. */
@ConfigMapping(prefix = "galley.locales")
public interface LocaleConfig {
    /** The locale of articles that name none, and the last resort where an asked one isn't there (BCP 47). */
    @WithDefault("en")
    @io.smallrye.config.WithName("default")
    String defaultLocale();
}
