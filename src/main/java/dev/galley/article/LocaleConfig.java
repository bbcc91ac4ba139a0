package dev.galley.article;

import dev.galley.document.Locales;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Pattern;

/** The languages that articles are written in. */
@ConfigMapping(prefix = "galley.locales")
public interface LocaleConfig {
    /** The locale of articles that name none, and the last resort where an asked one isn't there (BCP 47). */
    @WithDefault("en")
    @WithName("default")
    @Pattern(regexp = Locales.PATTERN, message = "must be a language tag (BCP 47), for example en or de-CH")
    String configuredDefault();

    default String defaultLocale() {
        return Locales.canonical(configuredDefault());
    }
}
