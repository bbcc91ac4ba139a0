package dev.galley.job;

import dev.galley.access.Role;
import dev.galley.platform.Ids;
import dev.galley.platform.Problem;
import dev.galley.query.Conditions;
import dev.galley.query.KeysetQuery;
import dev.galley.query.KeysetQuery.Column;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.query.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/editorial/jobs}: what goes on by itself, on whichever node. */
@Path("/v1/editorial/jobs")
@RolesAllowed(Role.Names.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: jobs")
public class JobResource {
    private static final KeysetQuery<Job> NEWEST_FIRST = new KeysetQuery<>(
            Job.class,
            "select j from Job j",
            List.of(Column.newest("j.startedAt"), Column.lastId("j.id")),
            job -> List.of(job.startedAt, job.id));

    private static final KeysetQuery<JobItem> ITEMS = new KeysetQuery<>(
            JobItem.class,
            "select i from JobItem i",
            List.of(Column.position("i.number")),
            item -> List.of(item.number));

    private static final int MOST_ITEMS = 1_000;
    private static final Set<String> OUTCOMES =
            Arrays.stream(JobOutcome.values()).map(JobResource::name).collect(Collectors.toUnmodifiableSet());

    private final Clock clock;

    JobResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(operationId = "listJobs", summary = "Jobs, newest first")
    public Page<JobView> list(@BeanParam PageRequest page) {
        Instant now = clock.instant();
        return NEWEST_FIRST
                .fetch(Job.getEntityManager(), new Conditions(), page)
                .map(jobs -> jobs.stream().map(job -> JobView.of(job, now)).toList());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getJob",
            summary = "How far one job is",
            description = "With its first 1,000 items; /items has all of them.")
    public JobView get(@PathParam("id") String id) {
        Job job = job(id);
        List<JobItemView> items =
                JobItem.first(job.id, MOST_ITEMS).stream().map(JobItemView::of).toList();
        return JobView.of(job, items, clock.instant());
    }

    @GET
    @Path("/{id}/items")
    @Transactional
    @Operation(operationId = "listJobItems", summary = "What became of each thing that a job is about, in order")
    public Page<JobItemView> items(
            @PathParam("id") String id,
            @QueryParam("outcome") @Parameter(description = "created, updated, unchanged or failed.") @Nullable
                    String outcome,
            @BeanParam PageRequest page) {
        Conditions conditions = new Conditions().and("i.jobId = :job", "job", job(id).id);
        if (outcome != null) {
            Parameters.oneOf("outcome", outcome, OUTCOMES);
            conditions.and("i.outcome = :outcome", "outcome", JobOutcome.valueOf(outcome.toUpperCase(Locale.ROOT)));
        }
        return ITEMS.fetch(Job.getEntityManager(), conditions, page)
                .map(items -> items.stream().map(JobItemView::of).toList());
    }

    private static Job job(String id) {
        return Ids.parse(id)
                .flatMap(uuid -> Job.<Job>findByIdOptional(uuid))
                .orElseThrow(() -> Problem.notFound("job \"" + id + "\""));
    }

    private static String name(JobOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
