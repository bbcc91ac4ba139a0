package dev.galley.editorial;

import dev.galley.access.Role;
import dev.galley.document.ArticleDocument;
import dev.galley.document.ListEdits;
import dev.galley.document.Takeaway;
import dev.galley.platform.Json;
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
import java.util.List;
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
    private final DraftDesk desk;
    private final Writes writes;

    DraftTakeawayResource(DraftDesk desk, Writes writes) {
        this.desk = desk;
        this.writes = writes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addDraftTakeaway", summary = "A new takeaway, at a position or at the end")
    public RestResponse<Takeaway> add(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = TakeawayInput.class))) byte[] body) {
        PartInput input = PartInput.readFlat(body);
        Takeaway part = check(Json.bind(input.part(), Takeaway.class));
        return writes.on(id, Preconditions.optional(ifMatch), 201, draft -> {
            List<String> before = ids(draft);
            edit(draft, ListEdits.TAKEAWAYS.insert(draft.document.takeaways(), part, input.position()));
            return draft.document.takeaways().stream()
                    .filter(candidate -> !before.contains(candidate.id()))
                    .findFirst()
                    .orElseThrow();
        });
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
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            Takeaway before = ListEdits.TAKEAWAYS.get(draft.document.takeaways(), partId);
            Takeaway after = check(PartInput.patched(before, patch, Takeaway.class));
            edit(draft, ListEdits.TAKEAWAYS.replace(draft.document.takeaways(), partId, any -> after));
            return ListEdits.TAKEAWAYS.get(draft.document.takeaways(), partId);
        });
    }

    @DELETE
    @Path("/{partId}")
    @Operation(operationId = "removeDraftTakeaway", summary = "Removes one takeaway; answers with it")
    public RestResponse<Takeaway> remove(
            @PathParam("id") String id,
            @PathParam("partId") String partId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            Takeaway removed = ListEdits.TAKEAWAYS.get(draft.document.takeaways(), partId);
            edit(draft, ListEdits.TAKEAWAYS.remove(draft.document.takeaways(), partId));
            return removed;
        });
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
        PartInput move = PartInput.readFlatMove(body);
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            edit(draft, ListEdits.TAKEAWAYS.move(draft.document.takeaways(), partId, move.position()));
            return ListEdits.TAKEAWAYS.get(draft.document.takeaways(), partId);
        });
    }

    private void edit(Draft draft, List<Takeaway> parts) {
        desk.save(draft, draft.document.withTakeaways(parts));
    }

    private static Takeaway check(Takeaway part) {
        PartInput.check(ArticleDocument.titled("-").withTakeaways(List.of(part)), "/takeaways/0");
        return part;
    }

    private static List<String> ids(Draft draft) {
        return draft.document.takeaways().stream().map(Takeaway::id).toList();
    }
}
