package dev.galley.access;

import dev.galley.change.Change;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sees to it that there is an administrator's key from the first start on. It can't be revoked, so nobody can lock
 * everybody out: whoever runs Galley sets {@code galley.admin-key} and is in again.
 */
@ApplicationScoped
public class AdminKey {
    private static final Logger LOG = Logger.getLogger(AdminKey.class);
    private static final String MADE_BY = "galley";
    private static final int SHORTEST = 32;

    private final AccessConfig config;
    private final Clock clock;

    AdminKey(AccessConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void atStart(@Observes @Priority(10) StartupEvent start) {
        // Of several nodes that start at once one makes the key, and the others find it.
        Change.lockLog();
        Optional<AccessKey> stored = AccessKey.byName(AccessKey.ADMINISTRATOR);
        Optional<String> configured = config.adminKey();
        if (configured.isPresent()) {
            String secret = longEnough(configured.get());
            refuseAnothers(secret);
            stored.ifPresentOrElse(key -> key.secretHash = KeySecret.hash(secret), () -> create(secret));
        } else if (stored.isEmpty()) {
            String secret = KeySecret.random();
            create(secret);
            announce(secret);
        }
    }

    private void create(String secret) {
        KeyInput input = new KeyInput(AccessKey.ADMINISTRATOR, Role.ADMIN, null);
        AccessKey.create(input, secret, MADE_BY, clock.instant());
    }

    private static String longEnough(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException(
                    "galley.admin-key (GALLEY_ADMIN_KEY) must have " + SHORTEST + " characters or more");
        }
        return secret;
    }

    /** One secret for two keys would be one of them at random; and a revoked one is out for good. */
    private static void refuseAnothers(String secret) {
        AccessKey.bySecret(secret).filter(key -> !key.isTheAdministrators()).ifPresent(key -> {
            throw new IllegalStateException("galley.admin-key (GALLEY_ADMIN_KEY) is the secret of the key \"" + key.name
                    + "\" already; choose another");
        });
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
