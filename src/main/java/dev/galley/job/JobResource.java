package dev.galley.job;

import dev.galley.access.Role;
import dev.galley.platform.Ids;
import dev.galley.platform.Problem;
import dev.galley.query.Conditions;
import dev.galley.query.KeysetQuery;
import dev.galley.query.KeysetQuery.Column;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
    @Operation(operationId = "getJob", summary = "How far one job is")
    public JobView get(@PathParam("id") String id) {
        return Ids.parse(id)
                .flatMap(uuid -> Job.<Job>findByIdOptional(uuid))
                .map(job -> JobView.of(job, clock.instant()))
                .orElseThrow(() -> Problem.notFound("job \"" + id + "\""));
    }
}
