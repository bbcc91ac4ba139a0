package dev.galley.editorial;

import dev.galley.access.Role;
import dev.galley.document.ListEdits;
import dev.galley.document.Takeaway;
import dev.galley.platform.MergePatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/editorial/articles/{id}/takeaways}: one takeaway of a draft at a time. */
@Path("/v1/editorial/articles/{id}/takeaways")
@RolesAllowed(Role.Names.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: parts")
public class DraftTakeawayResource {
    private final FlatParts<Takeaway> parts;

    DraftTakeawayResource(DraftDesk desk, DraftWrites writes) {
        parts = new FlatParts<>(ListEdits.TAKEAWAYS, Takeaway.class, desk, writes);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addDraftTakeaway", summary = "A new takeaway, at a position or at the end")
    public RestResponse<Takeaway> add(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = TakeawayInput.class))) byte[] body) {
        return parts.add(id, ifMatch, body);
    }

    @PATCH
    @Path("/{partId}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "updateDraftTakeaway", summary = "Changes one takeaway")
    public RestResponse<Takeaway> update(
            @PathParam("id") String id,
            @PathParam("partId") String partId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = TakeawayInput.class))) byte[] patch) {
        return parts.update(id, partId, ifMatch, patch);
    }

    @DELETE
    @Path("/{partId}")
    @Operation(operationId = "removeDraftTakeaway", summary = "Removes one takeaway; answers with it")
    public RestResponse<Takeaway> remove(
            @PathParam("id") String id,
            @PathParam("partId") String partId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return parts.remove(id, partId, ifMatch);
    }

    @POST
    @Path("/{partId}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "moveDraftTakeaway", summary = "Moves one takeaway to another position")
    public RestResponse<Takeaway> move(
            @PathParam("id") String id,
            @PathParam("partId") String partId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MoveInput.class))) byte[] body) {
        return parts.move(id, partId, ifMatch, body);
    }
}
