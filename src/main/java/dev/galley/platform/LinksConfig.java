package dev.galley.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where Galley and the frontend are seen from outside. */
@ConfigMapping(prefix = "galley")
public interface LinksConfig {
    /** What links in answers begin with ({@code https://content.example.com}); unset, the request's own scheme and host. */
    Optional<URI> publicUrl();

    /** The only names that it answers to, without a port; unset, any. */
    Optional<List<String>> hosts();

    /** Whether X-Forwarded-* and Forwarded headers are believed: only behind a proxy that overwrites them. */
    @WithDefault("false")
    boolean trustProxy();

    Site site();

    /** The frontend. */
    interface Site {
        /** An article's public page, with {@code {slug}} and, if wanted, {@code {locale}} and {@code {id}}. */
        Optional<String> articleUrl();

        /** What the site calls itself, in feeds and in {@code /llms.txt}. */
        @WithDefault("Galley")
        String title();

        /** What the site is about, in a sentence. */
        @WithDefault("What is published here, the newest first.")
        String description();

        /** The site's front page; unset, Galley itself. */
        Optional<URI> url();
    }
}
