package dev.galley.job;

import dev.galley.write.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps account of jobs, each step in a transaction of its own. */
@ApplicationScoped
public class Jobs {
    private final Writes writes;
    private final Clock clock;

    Jobs(Writes writes, Clock clock) {
        this.writes = writes;
        this.clock = clock;
    }

    public UUID begin(String kind) {
        return writes.run(() -> Job.begin(kind, clock.instant()).id);
    }

    public void progress(UUID id, int total, int done, int failed) {
        change(id, job -> job.progress(total, done, failed, clock.instant()));
    }

    public void done(UUID id) {
        change(id, job -> job.end(JobState.DONE, null, clock.instant()));
    }

    public void failed(UUID id, @Nullable String detail) {
        change(id, job -> job.end(JobState.FAILED, detail, clock.instant()));
    }

    private void change(UUID id, Consumer<Job> change) {
        writes.run(() -> {
            Job.<Job>findByIdOptional(id).ifPresent(change);
            return null;
        });
    }
}
