package dev.galley.access;

import dev.galley.platform.TrueOrFalse;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;

/** Who may enter. */
@ConfigMapping(prefix = "galley")
public interface AccessConfig {
    /** The administrator's key, 32 characters or more; unset, one is made at the first start and printed once. */
    Optional<String> adminKey();

    Editorial editorial();

    Delivery delivery();

    Limits limits();

    /** Pages in browsers that may work with drafts. */
    interface Editorial {
        /** Whose scripts may call the editorial surface, comma separated: {@code https://cms.example.com}. */
        Optional<List<String>> origins();
    }

    /** What readers must bring along. */
    interface Delivery {
        /** Whether what is published needs a key too, of any role. Feeds, health and previews stay open. */
        @WithDefault("false")
        @WithConverter(TrueOrFalse.class)
        boolean requireKey();
    }

    /** How often a client may be wrong. */
    interface Limits {
        /** Failed logins that one client may have at once. */
        @WithDefault("100")
        @Min(1)
        int failedLogins();

        /** How many of them it gets back in a minute. */
        @WithDefault("100")
        @Min(1)
        int failedLoginsPerMinute();
    }
}
