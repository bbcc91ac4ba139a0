package dev.galley.editorial;

import dev.galley.write.Writes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Purges what has been in the trash for long. Every node looks; whoever locks a draft first purges it. */
@ApplicationScoped
public class TrashSweep {
    private static final Logger LOG = Logger.getLogger(TrashSweep.class);

    /** And the rest an hour later: purging must not stand in the way of editors. */
    private static final int AT_ONCE = 1_000;

    private final TrashConfig config;
    private final DraftDesk desk;
    private final Writes writes;
    private final Clock clock;

    TrashSweep(TrashConfig config, DraftDesk desk, Writes writes, Clock clock) {
        this.config = config;
        this.desk = desk;
        this.writes = writes;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void purgeOld() {
        Instant before = clock.instant().minus(config.keep());
        List<UUID> old = QuarkusTransaction.requiringNew().call(() -> Draft.trashedBefore(before, AT_ONCE));
        old.forEach(id -> purge(id, before));
        if (!old.isEmpty()) {
            LOG.infof("Purged %d articles that were in the trash for %s", old.size(), config.keep());
        }
    }

    private void purge(UUID id, Instant before) {
        writes.run(() -> {
            desk.purgeTrashed(id, before);
            return null;
        });
    }
}
