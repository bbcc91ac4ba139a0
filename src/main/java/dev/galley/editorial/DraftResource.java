package dev.galley.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.access.Role;
import dev.galley.document.ArticleDocument;
import dev.galley.ingest.Imported;
import dev.galley.ingest.Importer;
import dev.galley.platform.Json;
import dev.galley.platform.Links;
import dev.galley.platform.MergePatch;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.platform.TakesParameters;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.query.Parameters;
import dev.galley.write.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** {@code /v1/editorial/articles}: drafts as whole documents, from the first save to the trash. */
@Path("/v1/editorial/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: articles")
public class DraftResource {
    private static final String MARKDOWN = "text/markdown";

    private static final DraftGrammar DRAFTS = new DraftGrammar();

    private final DraftDesk desk;
    private final PublishingDesk publishing;
    private final Writes writes;
    private final DraftWrites draftWrites;
    private final Links links;
    private final SecurityIdentity caller;

    DraftResource(
            DraftDesk desk,
            PublishingDesk publishing,
            Writes writes,
            DraftWrites draftWrites,
            Links links,
            SecurityIdentity caller) {
        this.desk = desk;
        this.publishing = publishing;
        this.writes = writes;
        this.draftWrites = draftWrites;
        this.links = links;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @TakesParameters(DraftGrammar.class)
    @Operation(operationId = "listDrafts", summary = "All articles as editors have them, last saved first")
    public Page<DraftSummary> list(@BeanParam PageRequest page) {
        return DRAFTS.page(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @Operation(operationId = "getDraft", summary = "One draft, whole")
    public RestResponse<DraftView> get(@PathParam("id") String id) {
        Draft draft = Draft.byId(id);
        return ResponseBuilder.ok(DraftView.of(draft))
                .header(HttpHeaders.ETAG, Preconditions.etag(draft))
                .build();
    }

    @POST
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createDraft", summary = "A new draft; only the title is required")
    public RestResponse<DraftView> create(
            @QueryParam("note") @Nullable String note,
            @RequestBody(content = @Content(schema = @Schema(implementation = ArticleDocument.class))) byte[] body) {
        String remembered = RevisionNote.parameter(note);
        ArticleDocument document = DocumentInput.read(Json.parse(body), List.of());
        return writes.run(() -> {
            Draft draft = desk.create(document, remembered);
            return ResponseBuilder.<DraftView>create(201)
                    .location(URI.create(links.to("/v1/editorial/articles/" + draft.id)))
                    .header(HttpHeaders.ETAG, Preconditions.etag(draft))
                    .entity(DraftView.of(draft))
                    .build();
        });
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replaceDraft", summary = "Replaces the document")
    public RestResponse<DraftView> replace(
            @PathParam("id") String id,
            @QueryParam("note") @Nullable String note,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ArticleDocument.class))) byte[] body) {
        Preconditions preconditions = Preconditions.required(ifMatch);
        JsonNode input = Json.parse(body);
        return change(id, preconditions, note, draft -> DocumentInput.read(input, List.of(DraftView.of(draft))));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes(MARKDOWN)
    @Operation(hidden = true)
    public RestResponse<DraftView> replaceByMarkdown(
            @PathParam("id") String id,
            @QueryParam("note") @Nullable String note,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @RequestBody(content = @Content(mediaType = MARKDOWN)) byte[] body) {
        Preconditions preconditions = Preconditions.required(ifMatch);
        Imported imported =
                Importer.markdown(SourceText.decode(body, contentType).text());
        RestResponse<DraftView> answer = change(id, preconditions, note, draft -> imported.document());
        String warnings = imported.warnings().stream()
                .map(warning -> warning.code() + (warning.line() == null ? "" : ";line=" + warning.line()))
                .collect(Collectors.joining(", "));
        return warnings.isEmpty()
                ? answer
                : ResponseBuilder.fromResponse(answer)
                        .header("Import-Warnings", warnings)
                        .build();
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchDraft", summary = "Changes members of the document (RFC 7396)")
    public RestResponse<DraftView> patch(
            @PathParam("id") String id,
            @QueryParam("note") @Nullable String note,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ArticleDocument.class))) byte[] body) {
        Preconditions preconditions = Preconditions.required(ifMatch);
        JsonNode patch = Json.parse(body);
        return change(id, preconditions, note, draft -> DocumentInput.patched(patch, DraftView.of(draft)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.EDITOR)
    @Operation(operationId = "trashDraft", summary = "Into the trash and out of delivery; purge=true (admin) ends it")
    public void delete(
            @PathParam("id") String id,
            @QueryParam("purge") @Nullable String purge,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        boolean forGood = Parameters.flag("purge", purge);
        if (forGood && !caller.hasRole(Role.ADMIN.value())) {
            throw Problem.of(ProblemType.FORBIDDEN, "To purge needs the role admin.");
        }
        act(id, Preconditions.required(ifMatch), forGood ? desk::purge : desk::trash);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed(Role.Names.EDITOR)
    @Operation(operationId = "restoreDraft", summary = "Back from the trash, as an unpublished draft")
    public RestResponse<DraftView> restore(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return act(id, Preconditions.optional(ifMatch), desk::restore);
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed(Role.Names.PUBLISHER)
    @Operation(
            operationId = "publishDraft",
            summary = "Makes the newest version public, now or at a time",
            description = "At that time it is the version that is the newest then.")
    public RestResponse<DraftView> publish(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PublishInput.class)))
                    byte[] body) {
        PublishInput input = PublishInput.read(body);
        return act(id, Preconditions.optional(ifMatch), draft -> publishing.publish(draft, input));
    }

    @POST
    @Path("/{id}/unpublish")
    @RolesAllowed(Role.Names.PUBLISHER)
    @Operation(
            operationId = "unpublishDraft",
            summary = "Takes the article out of delivery, now or at a time; the draft stays")
    public RestResponse<DraftView> unpublish(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PublishInput.class)))
                    byte[] body) {
        PublishInput input = PublishInput.read(body);
        return act(id, Preconditions.optional(ifMatch), draft -> publishing.unpublish(draft, input));
    }

    @DELETE
    @Path("/{id}/schedule")
    @RolesAllowed(Role.Names.PUBLISHER)
    @Operation(operationId = "cancelSchedule", summary = "Neither publishes nor unpublishes it at a time any more")
    public RestResponse<DraftView> cancelSchedule(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return act(id, Preconditions.optional(ifMatch), publishing::cancelSchedule);
    }

    private RestResponse<DraftView> change(
            String id, Preconditions preconditions, @Nullable String note, Function<Draft, ArticleDocument> edit) {
        String remembered = RevisionNote.parameter(note);
        return act(id, preconditions, draft -> desk.save(draft, edit.apply(draft), remembered));
    }

    private RestResponse<DraftView> act(String id, Preconditions preconditions, Consumer<Draft> act) {
        return draftWrites.on(id, preconditions, 200, draft -> {
            act.accept(draft);
            return DraftView.of(draft);
        });
    }
}
