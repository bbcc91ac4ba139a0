package dev.galley.editorial;

import dev.galley.access.Role;
import dev.galley.document.ArticleDocument;
import dev.galley.publishing.CheckReport;
import dev.galley.publishing.Checks;
import dev.galley.taxonomy.Taxonomy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/editorial/articles/{id}/checks}: what publishing would say of the newest version. */
@Path("/v1/editorial/articles/{id}/checks")
@RolesAllowed(Role.Names.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: articles")
public class CheckResource {
    private final CheckLookup lookup;

    CheckResource(CheckLookup lookup) {
        this.lookup = lookup;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "checkDraft",
            summary = "What stands in the way of publishing, and what would be better",
            description = "Errors stop publishing, warnings don't; the pointers lead into the draft.")
    public CheckReport check(@PathParam("id") String id) {
        Draft draft = Draft.byId(id);
        ArticleDocument document = Taxonomy.named(draft.document);
        return Checks.of(document, lookup.of(draft.id, document));
    }
}
