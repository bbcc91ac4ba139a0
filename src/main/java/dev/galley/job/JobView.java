package dev.galley.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a job is. */
@Schema(name = "Job")
public record JobView(
        UUID id,
        String kind,
        String node,
        JobState state,
        int total,
        int done,
        int failed,
        List<String> warnings,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String detail) {
    static JobView of(Job job, Instant now) {
        boolean abandoned = job.isAbandoned(now);
        return new JobView(
                job.id,
                job.kind,
                job.node,
                abandoned ? JobState.FAILED : job.state,
                job.total,
                job.done,
                job.failed,
                job.warnings,
                job.startedAt,
                job.finishedAt,
                abandoned ? "Abandoned: the node that worked on it gives no sign of life." : job.detail);
    }
}
