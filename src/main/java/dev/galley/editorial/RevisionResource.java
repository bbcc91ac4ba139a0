package dev.galley.editorial;

import dev.galley.access.Role;
import dev.galley.document.ArticleDocument;
import dev.galley.document.diff.DocumentDiff;
import dev.galley.platform.Ids;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.query.Conditions;
import dev.galley.query.KeysetQuery;
import dev.galley.query.KeysetQuery.Column;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.taxonomy.Taxonomy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/editorial/articles/{id}/revisions}: every version that was saved, and what came from one to the other. */
@Path("/v1/editorial/articles/{id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: revisions")
public class RevisionResource {
    /** With as many digits, no number is out of the range of a long. */
    private static final int MOST_DIGITS = 18;

    private static final KeysetQuery<RevisionSummary> NEWEST_FIRST = new KeysetQuery<>(
            RevisionSummary.class,
            RevisionSummary.SELECT,
            List.of(new Column("r.number", true, Long::valueOf)),
            revision -> List.of(revision.version()));

    private final DraftDesk desk;
    private final DraftWrites writes;

    RevisionResource(DraftDesk desk, DraftWrites writes) {
        this.desk = desk;
        this.writes = writes;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @Operation(operationId = "listRevisions", summary = "Every version of a draft, newest first")
    public Page<RevisionSummary> list(@PathParam("id") String id, @BeanParam PageRequest page) {
        Conditions conditions = new Conditions().and("r.draftId = :draft", "draft", draftId(id));
        return NEWEST_FIRST.fetch(Revision.getEntityManager(), conditions, page);
    }

    @GET
    @Path("/{n}")
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @Operation(operationId = "getRevision", summary = "One version, whole")
    public RevisionView get(@PathParam("id") String id, @PathParam("n") String n) {
        return RevisionView.of(revision(draftId(id), number("n", n)));
    }

    @GET
    @Path("/{n}/diff")
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @Operation(
            operationId = "diffRevisions",
            summary = "What changed between two versions",
            description = "Always from the earlier to the later one, whichever is named first. Parts are known by their"
                    + " ids; an item of a list, which has none, by its list and its place. Texts that changed come with"
                    + " their words: joined without what was inserted they are the older text, without what was deleted"
                    + " the newer one.")
    public RevisionDiff diff(
            @PathParam("id") String id,
            @PathParam("n") String n,
            @QueryParam("against")
                    @Parameter(description = "The other version; the one before unless asked.", example = "3")
                    @Nullable
                    String against) {
        long one = number("n", n);
        long other = against == null ? one - 1 : number("against", against);
        UUID draft = draftId(id);
        long from = Math.min(one, other);
        long to = Math.max(one, other);
        ArticleDocument newer = Taxonomy.named(revision(draft, to).document);
        ArticleDocument older = from == 0 ? ArticleDocument.titled("") : Taxonomy.named(revision(draft, from).document);
        return RevisionDiff.of(from, to, DocumentDiff.between(older, newer));
    }

    @POST
    @Path("/{n}/restore")
    @RolesAllowed(Role.Names.EDITOR)
    @Operation(
            operationId = "restoreRevision",
            summary = "Makes an earlier version the newest again, as a new version",
            description = "With all ids, anchors and the order that it had. Nothing is public before it is published.")
    public RestResponse<DraftView> restore(
            @PathParam("id") String id,
            @PathParam("n") String n,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = RestoreInput.class)))
                    byte[] body) {
        long number = number("n", n);
        String note = Objects.requireNonNullElse(RestoreInput.read(body).note(), "Restored version " + number);
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            desk.save(draft, revision(draft.id, number).document, note);
            return DraftView.of(draft);
        });
    }

    private static UUID draftId(String id) {
        return Ids.parse(id)
                .filter(uuid -> Draft.count("id", uuid) > 0)
                .orElseThrow(() -> Problem.notFound("article " + id));
    }

    private static Revision revision(UUID draft, long number) {
        return Revision.of(draft, number).orElseThrow(() -> Problem.notFound("version " + number + " of this article"));
    }

    private static long number(String name, String text) {
        if (!text.matches("[1-9][0-9]*")) {
            throw Problem.parameter(name, InputError.INVALID, "A version is a whole number, from 1.");
        }
        return text.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(text);
    }
}
