package dev.galley.access;

import dev.galley.platform.DiskReserve;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Notes when a key was used, to the minute: beside the request, which must neither wait for it nor fail with it, and
 * seldom enough that reading doesn't become writing.
 */
@ApplicationScoped
public class LastUse {
    private static final Logger LOG = Logger.getLogger(LastUse.class);
    private static final Duration PRECISION = Duration.ofMinutes(1);

    /** By this node; there are as many as keys that were right. */
    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

    private final DiskReserve disk;

    LastUse(DiskReserve disk) {
        this.disk = disk;
    }

    void note(UUID key, Instant now) {
        Instant last = noted.get(key);
        if (last != null && last.plus(PRECISION).isAfter(now) || !disk.isKept()) {
            return;
        }
        boolean first = last == null ? noted.putIfAbsent(key, now) == null : noted.replace(key, last, now);
        if (first) {
            Infrastructure.getDefaultWorkerPool().execute(() -> write(key, now));
        }
    }

    /** Another node may have been here within the minute. */
    private static void write(UUID key, Instant now) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> AccessKey.update(
                            "lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt <= ?3)",
                            now,
                            key,
                            now.minus(PRECISION)));
        } catch (RuntimeException e) {
            LOG.warnf("The last use of key %s could not be noted: %s", key, e.getMessage());
        }
    }
}
