package dev.galley.editorial;

import dev.galley.access.Audit;
import dev.galley.access.AuditAction;
import dev.galley.access.Role;
import dev.galley.platform.Links;
import dev.galley.platform.Problem;
import dev.galley.query.Conditions;
import dev.galley.query.KeysetQuery;
import dev.galley.query.KeysetQuery.Column;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.write.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** {@code /v1/editorial/articles/{id}/preview-links}: handing out, listing and revoking links to one draft. */
@Path("/v1/editorial/articles/{id}/preview-links")
@RolesAllowed(Role.Names.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: articles")
public class PreviewLinkResource {
    private static final KeysetQuery<PreviewLinkItem> NEWEST_FIRST = new KeysetQuery<>(
            PreviewLinkItem.class,
            PreviewLinkItem.SELECT,
            List.of(Column.newest("l.createdAt"), Column.lastId("l.id")),
            link -> List.of(link.createdAt(), link.id()));

    private final Writes writes;
    private final Audit audit;
    private final Links links;
    private final SecurityIdentity caller;
    private final Clock clock;

    PreviewLinkResource(Writes writes, Audit audit, Links links, SecurityIdentity caller, Clock clock) {
        this.writes = writes;
        this.audit = audit;
        this.links = links;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Operation(
            operationId = "createPreviewLink",
            summary = "A link that shows this draft, as it is then, without a key",
            description =
                    "The answer is the only one that has the token and the URL. The draft in the trash, purged, or"
                            + " the link revoked: it opens nothing any more.")
    public RestResponse<PreviewLinkView> create(
            @PathParam("id") String id,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PreviewInput.class)))
                    byte[] body) {
        PreviewInput input = PreviewInput.read(body);
        return writes.run(() -> {
            Draft draft = Draft.lock(id);
            draft.refuseTrashed();
            Instant now = clock.instant();
            PreviewLink.sweep(draft, now);
            String token = PreviewLink.newToken();
            String by = caller.getPrincipal().getName();
            PreviewLink link = PreviewLink.make(draft, token, now.plus(input.lifetime()), by, now);
            audit.log(AuditAction.PREVIEW_CREATED, draft.audited(draft.version, draft.version));
            return ResponseBuilder.<PreviewLinkView>create(201)
                    .location(URI.create(links.to("/v1/editorial/articles/" + draft.id + "/preview-links/" + link.id)))
                    .entity(PreviewLinkView.of(link, links.to(PreviewResource.PATH + "/" + token), token))
                    .build();
        });
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @Operation(operationId = "listPreviewLinks", summary = "The links to this draft that live, newest first")
    public Page<PreviewLinkItem> list(@PathParam("id") String id, @BeanParam PageRequest page) {
        Draft draft = Draft.byId(id);
        Conditions living = new Conditions()
                .and("l.draftId = :draft", "draft", draft.id)
                .and("l.expiresAt > :now", "now", clock.instant());
        return NEWEST_FIRST.fetch(PreviewLink.getEntityManager(), living, page);
    }

    @GET
    @Path("/{linkId}")
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @Operation(operationId = "getPreviewLink", summary = "One link that lives")
    public PreviewLinkItem get(@PathParam("id") String id, @PathParam("linkId") String linkId) {
        return PreviewLinkItem.of(living(Draft.byId(id), linkId));
    }

    @DELETE
    @Path("/{linkId}")
    @Operation(operationId = "revokePreviewLink", summary = "From now on the link opens nothing")
    public void revoke(@PathParam("id") String id, @PathParam("linkId") String linkId) {
        writes.run(() -> {
            Draft draft = Draft.lock(id);
            living(draft, linkId).delete();
            audit.log(AuditAction.PREVIEW_REVOKED, draft.audited(draft.version, draft.version));
            return null;
        });
    }

    private PreviewLink living(Draft draft, String linkId) {
        return PreviewLink.of(draft, linkId, clock.instant())
                .orElseThrow(() -> Problem.notFound("preview link " + linkId + " of this article"));
    }
}
