package dev.galley.editorial;

import dev.galley.access.Role;
import dev.galley.document.ArticleDocument;
import dev.galley.document.BlockEdits;
import dev.galley.document.block.Block;
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

/** {@code /v1/editorial/articles/{id}/blocks}: one block of a draft at a time, wherever it stands. */
@Path("/v1/editorial/articles/{id}/blocks")
@RolesAllowed(Role.Names.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: parts")
public class DraftBlockResource {
    private final DraftDesk desk;
    private final DraftWrites writes;

    DraftBlockResource(DraftDesk desk, DraftWrites writes) {
        this.desk = desk;
        this.writes = writes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addDraftBlock",
            summary = "A new block, in the section, FAQ, call-out or quote that parentId names, or else in the lead")
    public RestResponse<Block> add(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = Block.class))) byte[] body) {
        PartInput input = PartInput.read(body);
        Block block = check(Json.bind(input.part(), Block.class));
        String parent = Objects.requireNonNullElse(input.parentId(), BlockEdits.LEAD);
        return writes.on(id, Preconditions.optional(ifMatch), 201, draft -> {
            Set<String> before = draft.document.allBlocks().map(Block::id).collect(Collectors.toSet());
            desk.save(draft, BlockEdits.insert(draft.document, block, parent, input.position()));
            return draft.document
                    .allBlocks()
                    .filter(candidate -> !before.contains(candidate.id()))
                    .findFirst()
                    .orElseThrow();
        });
    }

    @PATCH
    @Path("/{blockId}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "updateDraftBlock", summary = "Changes one block")
    public RestResponse<Block> update(
            @PathParam("id") String id,
            @PathParam("blockId") String blockId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = Block.class))) byte[] patch) {
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            Block before = BlockEdits.get(draft.document, blockId);
            Block after = check(PartInput.patched(before, patch, Block.class));
            desk.save(draft, BlockEdits.replace(draft.document, blockId, after));
            return BlockEdits.get(draft.document, blockId);
        });
    }

    @DELETE
    @Path("/{blockId}")
    @Operation(operationId = "removeDraftBlock", summary = "Removes one block and what is inside it; answers with it")
    public RestResponse<Block> remove(
            @PathParam("id") String id,
            @PathParam("blockId") String blockId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            Block removed = BlockEdits.get(draft.document, blockId);
            desk.save(draft, BlockEdits.remove(draft.document, blockId));
            return removed;
        });
    }

    @POST
    @Path("/{blockId}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "moveDraftBlock", summary = "Moves one block, with what is inside it")
    public RestResponse<Block> move(
            @PathParam("id") String id,
            @PathParam("blockId") String blockId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MoveInput.class))) byte[] body) {
        PartInput move = PartInput.readMove(body);
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            desk.save(draft, BlockEdits.move(draft.document, blockId, move.parentId(), move.position()));
            return BlockEdits.get(draft.document, blockId);
        });
    }

    private static Block check(Block block) {
        PartInput.check(ArticleDocument.titled("-").withLead(List.of(block)), "/lead/0");
        return block;
    }
}
