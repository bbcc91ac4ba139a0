package dev.galley.editorial;

import dev.galley.access.Role;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Identities;
import dev.galley.document.Locales;
import dev.galley.document.diff.DocumentMerge;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.taxonomy.Taxonomy;
import dev.galley.write.Writes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/editorial/articles/{id}/merge}: an edit of an earlier version, though others saved meanwhile. */
@Path("/v1/editorial/articles/{id}/merge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: revisions")
public class MergeResource {
    private final DraftDesk desk;
    private final DraftWrites draftWrites;
    private final Writes writes;
    private final Clock clock;

    MergeResource(DraftDesk desk, DraftWrites draftWrites, Writes writes, Clock clock) {
        this.desk = desk;
        this.draftWrites = draftWrites;
        this.writes = writes;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeDraft",
            summary = "Saves an edit of an earlier version together with what was saved since",
            description = "Edits of different parts, and of different members of one part, are all kept. Where both"
                    + " sides changed one thing differently, nothing is saved and the conflicts are named. With dryRun"
                    + " true the answer is what would be saved.")
    public RestResponse<DraftView> merge(
            @PathParam("id") String id,
            @QueryParam("note") @Nullable String note,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MergeInput.class))) byte[] body) {
        Preconditions preconditions = Preconditions.optional(ifMatch);
        String remembered = RevisionNote.parameter(note);
        MergeInput input = MergeInput.read(body);
        if (input.isDryRun()) {
            return RestResponse.ok(writes.rehearse(() -> {
                Draft draft = Draft.lock(id);
                preconditions.check(draft);
                return save(draft, input, remembered);
            }));
        }
        return draftWrites.on(id, preconditions, 200, draft -> save(draft, input, remembered));
    }

    private DraftView save(Draft draft, MergeInput input, @Nullable String note) {
        Revision base = Revision.of(draft, input.baseVersion())
                .orElseThrow(() -> Problem.member(
                        "/baseVersion",
                        InputError.INVALID,
                        "There is no version " + input.baseVersion() + " of this article; the newest is "
                                + draft.version + "."));
        ArticleDocument before = Taxonomy.named(base.document);
        ArticleDocument mine = settled(input.edited(draft, base), before);
        DocumentMerge merge = DocumentMerge.merge(before, mine, Taxonomy.named(draft.document));
        if (merge.document() == null) {
            throw conflict(draft, merge);
        }
        desk.save(draft, merge.document(), note);
        return DraftView.of(draft);
    }

    /** What the edit leaves to Galley is what it was, so that it is no change: slug and locale, ids and names. */
    private ArticleDocument settled(ArticleDocument edited, ArticleDocument before) {
        String locale = edited.locale().isEmpty() ? before.locale() : Locales.canonical(edited.locale());
        boolean sameSlug = edited.slug().isEmpty() && locale.equals(before.locale());
        ArticleDocument placed = edited.withLocale(locale).withSlug(sameSlug ? before.slug() : edited.slug());
        return Taxonomy.settle(Identities.complete(placed, before), clock.instant());
    }

    private static Problem conflict(Draft draft, DocumentMerge merge) {
        int count = merge.conflicts().size();
        return Problem.of(
                        ProblemType.MERGE_CONFLICT,
                        (count == 1 ? "One thing was" : count + " things were")
                                + " changed in this edit and, differently, since; the newest version is "
                                + draft.version + ", saved by " + draft.updatedBy + ".")
                .with("conflicts", merge.conflicts())
                .with("currentVersion", draft.version)
                .with("savedBy", draft.updatedBy)
                .with("savedAt", draft.updatedAt);
    }
}
