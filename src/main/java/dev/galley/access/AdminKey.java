package dev.galley.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Sees to it that there is an administrator's key from the first start on. */
@ApplicationScoped
public class AdminKey {
    private static final Logger LOG = Logger.getLogger(AdminKey.class);
    private static final String NAME = "admin";
    private static final int SHORTEST = 32;

    private final AccessConfig config;
    private final Clock clock;

    AdminKey(AccessConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void atStart(@Observes @Priority(10) StartupEvent start) {
        Optional<AccessKey> stored = AccessKey.byName(NAME);
        Optional<String> configured = config.adminKey();
        if (configured.isPresent()) {
            String secret = longEnough(configured.get());
            stored.ifPresentOrElse(key -> key.secretHash = AccessKey.hash(secret), () -> create(secret));
        } else if (stored.isEmpty()) {
            String secret = AccessKey.newSecret();
            create(secret);
            announce(secret);
        }
    }

    private void create(String secret) {
        AccessKey.create(NAME, Role.ADMIN, secret, clock.instant());
    }

    private static String longEnough(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException(
                    "galley.admin-key (GALLEY_ADMIN_KEY) must have " + SHORTEST + " characters or more");
        }
        return secret;
    }

    /** To the terminal and not to the log: logs are kept and sent around, and no key belongs there. */
    private static void announce(String secret) {
        System.out.printf(
                "%n  The administrator's key, shown this once (set GALLEY_ADMIN_KEY to choose your own):%n%n"
                        + "    export GALLEY_ADMIN_KEY=%s%n%n",
                secret);
        LOG.info("Made an administrator's key and printed it to the standard output");
    }
}
