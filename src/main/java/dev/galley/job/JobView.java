package dev.galley.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a job is; {@code items} are what it is about, where that is many things of which each has its own end. */
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
        @Nullable String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<JobItemView> items) {
    /** In a list of jobs, where their items aren't shown. */
    public static JobView of(Job job, Instant now) {
        return of(job, null, now);
    }

    static JobView of(Job job, @Nullable List<JobItemView> items, Instant now) {
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
                abandoned ? "Abandoned: the node that worked on it gives no sign of life." : job.detail,
                items);
    }
}
