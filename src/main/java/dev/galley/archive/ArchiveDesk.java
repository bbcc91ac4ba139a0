package dev.galley.archive;

import dev.galley.access.Role;
import dev.galley.editorial.ManyImports;
import dev.galley.ingest.GhostExport;
import dev.galley.job.Job;
import dev.galley.job.JobView;
import dev.galley.platform.Links;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.write.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes archives in: each becomes a job, and the answer says where to ask how far it is. */
@ApplicationScoped
class ArchiveDesk implements ManyImports {
    private final ArchiveImports imports;
    private final Writes writes;
    private final Links links;
    private final SecurityIdentity caller;
    private final Clock clock;

    ArchiveDesk(ArchiveImports imports, Writes writes, Links links, SecurityIdentity caller, Clock clock) {
        this.imports = imports;
        this.writes = writes;
        this.links = links;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public boolean isMany(byte[] json) {
        return GhostExport.isOne(json);
    }

    @Override
    public RestResponse<JobView> take(byte[] json, boolean publish, boolean dryRun) {
        try {
            Path file = Files.createTempFile("ghost", ".json");
            try {
                Files.write(file, json);
                return take(file.toFile(), ArchiveFormat.GHOST, publish, dryRun);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RestResponse<JobView> take(File sent, ArchiveFormat format, boolean publish, boolean dryRun) throws IOException {
        if (publish && !caller.hasRole(Role.PUBLISHER.value())) {
            throw Problem.of(ProblemType.FORBIDDEN, "To publish needs the role publisher.");
        }
        ImportOrder order =
                new ImportOrder(format, publish, dryRun, caller.getPrincipal().getName());
        Path kept = imports.keep(sent);
        try {
            UUID[] begun = new UUID[1];
            RestResponse<JobView> answer = writes.run(() -> accepted(begun, order));
            imports.begin(begun[0], kept);
            return answer;
        } finally {
            // It is the job's by now, unless the request was refused or is one that was answered before.
            Files.deleteIfExists(kept);
        }
    }

    private RestResponse<JobView> accepted(UUID[] begun, ImportOrder order) {
        Job job = Job.begin(ArchiveImports.KIND, clock.instant());
        job.arguments = order.written();
        begun[0] = job.id;
        return RestResponse.ResponseBuilder.<JobView>create(RestResponse.Status.ACCEPTED)
                .entity(JobView.of(job, clock.instant()))
                .header(HttpHeaders.LOCATION, links.to("/v1/editorial/jobs/" + job.id))
                .build();
    }
}
