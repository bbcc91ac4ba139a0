package dev.galley.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may enter. */
@ConfigMapping(prefix = "galley")
public interface AccessConfig {
    /** The administrator's key, 32 characters or more; unset, one is made at the first start and printed once. */
    Optional<String> adminKey();
}
