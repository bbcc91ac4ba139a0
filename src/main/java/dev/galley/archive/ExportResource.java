package dev.galley.archive;

import dev.galley.access.Role;
import dev.galley.query.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/editorial/exports}: all articles, as files that import back to the same articles. */
@Path("/v1/editorial/exports")
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Editorial: import")
public class ExportResource {
    private static final String ZIP = "application/zip";
    private static final List<String> FORMATS = List.of("markdown", "json");

    @GET
    @Produces(ZIP)
    @Operation(
            operationId = "exportArticles",
            summary = "All articles but those in the trash, as a ZIP that imports back to the same articles",
            description = "articles/{locale}/{slug}.md, or .json. Where an article that is public has a newer version,"
                    + " that one follows as {slug}.draft.md.")
    @APIResponse(
            responseCode = "200",
            description = "A ZIP file with a file for each article",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<StreamingOutput> export(
            @QueryParam("format") @Parameter(description = "markdown, the default, or json.") @Nullable String format) {
        String name = format == null ? FORMATS.get(0) : Parameters.oneOf("format", format, FORMATS);
        Export export = new Export(Export.Format.valueOf(name.toUpperCase(Locale.ROOT)));
        return RestResponse.ResponseBuilder.ok((StreamingOutput) export::write)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"galley-" + name + ".zip\"")
                .build();
    }
}
