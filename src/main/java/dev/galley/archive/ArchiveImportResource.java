package dev.galley.archive;

import dev.galley.access.Role;
import dev.galley.job.Job;
import dev.galley.job.JobView;
import dev.galley.platform.Links;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.query.Parameters;
import dev.galley.write.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/editorial/imports} of many articles at once: they come in while a job says how far they are. */
@Path("/v1/editorial/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: import")
public class ArchiveImportResource {
    private static final String ZIP = "application/zip";
    private static final String NDJSON = "application/x-ndjson";

    private final ArchiveImports imports;
    private final Writes writes;
    private final Links links;
    private final SecurityIdentity caller;
    private final Clock clock;

    ArchiveImportResource(ArchiveImports imports, Writes writes, Links links, SecurityIdentity caller, Clock clock) {
        this.imports = imports;
        this.writes = writes;
        this.links = links;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes({ZIP, NDJSON})
    @Operation(
            operationId = "importArchive",
            summary = "Many texts become many drafts",
            description =
                    "A ZIP of .md, .html, .txt and .json files, or a JSON document on each line. One that can't be"
                            + " read fails alone; the same archive again changes nothing. The job tells what became of each.")
    @APIResponse(responseCode = "202", description = "Under way; the job says how far it is")
    public RestResponse<JobView> importMany(
            @QueryParam("publish")
                    @Parameter(description = "true publishes them too, when all of them are saved.")
                    @Nullable
                    String publish,
            @QueryParam("dryRun") @Parameter(description = "true reports and writes nothing.") @Nullable String dryRun,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = ZIP,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
                            })
                    File body)
            throws IOException {
        ImportOrder order = order(contentType, publish, dryRun);
        java.nio.file.Path kept = imports.keep(body);
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

    private ImportOrder order(String contentType, @Nullable String publish, @Nullable String dryRun) {
        ArchiveFormat format = MediaType.valueOf(contentType).isCompatible(MediaType.valueOf(ZIP))
                ? ArchiveFormat.ZIP
                : ArchiveFormat.NDJSON;
        ImportOrder order = new ImportOrder(
                format,
                Parameters.flag("publish", publish),
                Parameters.flag("dryRun", dryRun),
                caller.getPrincipal().getName());
        if (order.publish() && !caller.hasRole(Role.PUBLISHER.value())) {
            throw Problem.of(ProblemType.FORBIDDEN, "To publish needs the role publisher.");
        }
        return order;
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
