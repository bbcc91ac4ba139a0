package dev.galley.editorial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.access.Role;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Section;
import dev.galley.document.SectionEdits;
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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/editorial/articles/{id}/sections}: one section of a draft at a time, with those inside it. */
@Path("/v1/editorial/articles/{id}/sections")
@RolesAllowed(Role.Names.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: parts")
public class DraftSectionResource {
    private final DraftDesk desk;
    private final DraftWrites writes;

    DraftSectionResource(DraftDesk desk, DraftWrites writes) {
        this.desk = desk;
        this.writes = writes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addDraftSection", summary = "A new section, inside another or at the top")
    public RestResponse<DraftSection> add(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SectionInput.class))) byte[] body) {
        PartInput input = PartInput.read(body);
        Section section = check(Json.bind(input.part(), Section.class));
        String parent = Objects.requireNonNullElse(input.parentId(), SectionEdits.TOP);
        return writes.on(id, Preconditions.optional(ifMatch), 201, draft -> {
            Set<String> before = draft.document.allSections().map(Section::id).collect(Collectors.toSet());
            desk.save(draft, SectionEdits.insert(draft.document, section, parent, input.position()));
            String added = draft.document
                    .allSections()
                    .map(Section::id)
                    .filter(candidate -> !before.contains(candidate))
                    .findFirst()
                    .orElseThrow();
            return DraftSection.of(draft.document, added);
        });
    }

    @PATCH
    @Path("/{sectionId}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "updateDraftSection", summary = "Changes one section")
    public RestResponse<DraftSection> update(
            @PathParam("id") String id,
            @PathParam("sectionId") String sectionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SectionInput.class))) byte[] patch) {
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            Section before = SectionEdits.get(draft.document, sectionId);
            ObjectNode changes = PartInput.withoutPlace(patch, DraftSection.of(draft.document, sectionId));
            Section after = check(PartInput.patched(before, changes, Section.class));
            desk.save(draft, SectionEdits.replace(draft.document, sectionId, any -> after));
            return DraftSection.of(draft.document, sectionId);
        });
    }

    @DELETE
    @Path("/{sectionId}")
    @Operation(operationId = "removeDraftSection", summary = "Removes one section and those inside it; answers with it")
    public RestResponse<DraftSection> remove(
            @PathParam("id") String id,
            @PathParam("sectionId") String sectionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            DraftSection removed = DraftSection.of(draft.document, sectionId);
            desk.save(draft, SectionEdits.remove(draft.document, sectionId));
            return removed;
        });
    }

    @POST
    @Path("/{sectionId}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "moveDraftSection", summary = "Moves one section, with those inside it")
    public RestResponse<DraftSection> move(
            @PathParam("id") String id,
            @PathParam("sectionId") String sectionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MoveInput.class))) byte[] body) {
        PartInput move = PartInput.readMove(body);
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            desk.save(draft, SectionEdits.move(draft.document, sectionId, move.parentId(), move.position()));
            return DraftSection.of(draft.document, sectionId);
        });
    }

    private static Section check(Section section) {
        PartInput.check(ArticleDocument.titled("-").withSections(List.of(section)), "/sections/0");
        return section;
    }
}
