package dev.galley.editorial;

import dev.galley.access.Role;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.ListEdits;
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

/** {@code /v1/editorial/articles/{id}/faqs}: one question with its answer of a draft at a time. */
@Path("/v1/editorial/articles/{id}/faqs")
@RolesAllowed(Role.Names.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: parts")
public class DraftFaqResource {
    private final DraftDesk desk;
    private final Writes writes;

    DraftFaqResource(DraftDesk desk, Writes writes) {
        this.desk = desk;
        this.writes = writes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addDraftFaq", summary = "A new question with its answer, at a position or at the end")
    public RestResponse<Faq> add(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = FaqInput.class))) byte[] body) {
        PartInput input = PartInput.readFlat(body);
        Faq part = check(Json.bind(input.part(), Faq.class));
        return writes.on(id, Preconditions.optional(ifMatch), 201, draft -> {
            List<String> before = ids(draft);
            edit(draft, ListEdits.FAQS.insert(draft.document.faqs(), part, input.position()));
            return draft.document.faqs().stream()
                    .filter(candidate -> !before.contains(candidate.id()))
                    .findFirst()
                    .orElseThrow();
        });
    }

    @PATCH
    @Path("/{partId}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "updateDraftFaq", summary = "Changes one question with its answer")
    public RestResponse<Faq> update(
            @PathParam("id") String id,
            @PathParam("partId") String partId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = FaqInput.class))) byte[] patch) {
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            Faq before = ListEdits.FAQS.get(draft.document.faqs(), partId);
            Faq after = check(PartInput.patched(before, patch, Faq.class));
            edit(draft, ListEdits.FAQS.replace(draft.document.faqs(), partId, any -> after));
            return ListEdits.FAQS.get(draft.document.faqs(), partId);
        });
    }

    @DELETE
    @Path("/{partId}")
    @Operation(operationId = "removeDraftFaq", summary = "Removes one question with its answer; answers with it")
    public RestResponse<Faq> remove(
            @PathParam("id") String id,
            @PathParam("partId") String partId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            Faq removed = ListEdits.FAQS.get(draft.document.faqs(), partId);
            edit(draft, ListEdits.FAQS.remove(draft.document.faqs(), partId));
            return removed;
        });
    }

    @POST
    @Path("/{partId}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "moveDraftFaq", summary = "Moves one question with its answer to another position")
    public RestResponse<Faq> move(
            @PathParam("id") String id,
            @PathParam("partId") String partId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MoveInput.class))) byte[] body) {
        PartInput move = PartInput.readFlatMove(body);
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            edit(draft, ListEdits.FAQS.move(draft.document.faqs(), partId, move.position()));
            return ListEdits.FAQS.get(draft.document.faqs(), partId);
        });
    }

    private void edit(Draft draft, List<Faq> parts) {
        desk.save(draft, draft.document.withFaqs(parts));
    }

    private static Faq check(Faq part) {
        PartInput.check(ArticleDocument.titled("-").withFaqs(List.of(part)), "/faqs/0");
        return part;
    }

    private static List<String> ids(Draft draft) {
        return draft.document.faqs().stream().map(Faq::id).toList();
    }
}
