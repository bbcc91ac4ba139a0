package dev.galley.archive;

import dev.galley.access.Role;
import dev.galley.job.JobView;
import dev.galley.query.Parameters;
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
import java.util.Locale;
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
    private static final String RSS = "application/rss+xml";

    private final ArchiveDesk many;

    ArchiveImportResource(ArchiveDesk many) {
        this.many = many;
    }

    @POST
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes({ZIP, NDJSON, RSS, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(
            operationId = "importArchive",
            summary = "Many texts become many drafts",
            description =
                    "A ZIP of .md, .html, .txt and .json files, a JSON document on each line, or what WordPress exports"
                            + " (WXR). One that can't be read fails alone; the same archive again changes nothing. The job"
                            + " tells what became of each.")
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
                                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                                @Content(mediaType = RSS, schema = @Schema(type = SchemaType.STRING))
                            })
                    File body)
            throws IOException {
        try {
            return many.take(
                    body, format(contentType), Parameters.flag("publish", publish), Parameters.flag("dryRun", dryRun));
        } finally {
            // Where it was refused, nobody has moved it away.
            Files.deleteIfExists(body.toPath());
        }
    }

    private static ArchiveFormat format(String contentType) {
        return switch (MediaType.valueOf(contentType).getSubtype().toLowerCase(Locale.ROOT)) {
            case "zip" -> ArchiveFormat.ZIP;
            case "x-ndjson" -> ArchiveFormat.NDJSON;
            default -> ArchiveFormat.WORDPRESS;
        };
    }
}
