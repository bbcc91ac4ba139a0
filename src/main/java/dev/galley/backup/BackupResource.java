package dev.galley.backup;

import dev.galley.access.Role;
import dev.galley.platform.DatabaseKind;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.File;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/editorial/backup}: the embedded database as it is at one moment, while everybody goes on. */
@Path("/v1/editorial/backup")
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Editorial: backup")
public class BackupResource {
    private static final String ZIP = "application/zip";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Backup backup;
    private final Clock clock;

    BackupResource(Backup backup, Clock clock) {
        this.backup = backup;
        this.clock = clock;
    }

    @GET
    @Produces(ZIP)
    @Operation(
            operationId = "backUp",
            summary = "A copy of the embedded database, to be unpacked into an empty galley.data-dir",
            description = "It has everything that was acknowledged before the request, and nothing by half. A database"
                    + " on PostgreSQL is backed up with pg_dump instead.")
    @APIResponse(
            responseCode = "200",
            description = "A ZIP file with the database",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<File> backUp(RoutingContext request) throws SQLException {
        if (!DatabaseKind.isEmbedded()) {
            throw Problem.of(
                    ProblemType.CONFLICT, "This Galley keeps its content in PostgreSQL. Back it up with pg_dump.");
        }
        String name = "galley-" + MOMENT.format(clock.instant()) + ".zip";
        File copy = backup.make(request);
        return RestResponse.ResponseBuilder.ok(copy)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
