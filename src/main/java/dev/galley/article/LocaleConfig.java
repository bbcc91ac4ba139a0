package dev.galley.article;

import dev.galley.document.Locales;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;

/** The languages that articles are written in. */
@ConfigMapping(prefix = "galley.locales")
public interface LocaleConfig {
    /** The locale of articles that name none, and the last resort where an asked one isn't there (BCP 47). */
    @WithDefault("en")
    @WithName("default")
    @Pattern(regexp = Locales.PATTERN, message = "must be a language tag (BCP 47), for example en or de-CH")
    String configuredDefault();

    /** What answers for a locale before its language and the default do, comma separated: {@code de-AT>de-CH,gsw>de-CH}. */
    Optional<List<LocaleFallback>> fallbacks();

    default String defaultLocale() {
        return Locales.canonical(configuredDefault());
    }

    /** The locales that may answer for the one asked, nearest first. */
    default List<String> chain(String asked) {
        return LocaleChain.of(asked, defaultLocale(), fallbacks().orElse(List.of()));
    }
}
