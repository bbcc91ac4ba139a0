package dev.galley.taxonomy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.access.Audit;
import dev.galley.access.AuditAction;
import dev.galley.access.AuditSubject;
import dev.galley.access.Role;
import dev.galley.change.Change;
import dev.galley.change.ChangeType;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Links;
import dev.galley.platform.MergePatch;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.platform.TakesParameters;
import dev.galley.query.Conditions;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.text.Slug;
import dev.galley.write.Writes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/editorial/authors}: all authors, those that only drafts use too. */
@Path("/v1/editorial/authors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: authors")
public class AuthorEditorialResource {
    private static final String ANY = "1 = 1";

    private final Writes writes;
    private final Audit audit;
    private final Clock clock;
    private final Links links;
    private final Validator validator;

    AuthorEditorialResource(Writes writes, Audit audit, Clock clock, Links links, Validator validator) {
        this.writes = writes;
        this.audit = audit;
        this.clock = clock;
        this.links = links;
        this.validator = validator;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @TakesParameters(AuthorGrammar.class)
    @Operation(operationId = "listEditorialAuthors", summary = "All authors, by slug")
    public Page<AuthorDetail> list(@BeanParam PageRequest page) {
        return AuthorResource.AUTHORS.page(page, new Conditions());
    }

    @GET
    @Path("/{slug}")
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @Operation(operationId = "getEditorialAuthor", summary = "One author")
    public AuthorDetail get(@PathParam("slug") String slug) {
        return AuthorResource.detail(slug, ANY);
    }

    @POST
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createAuthor", summary = "A new author")
    public RestResponse<AuthorDetail> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = AuthorInput.class))) byte[] body) {
        AuthorInput input = Json.bind(Json.parse(body), AuthorInput.class);
        input.check(validator);
        String slug = Objects.requireNonNullElseGet(input.slug(), () -> Slug.of(input.name(), "author"));
        return writes.run(() -> {
            if (Author.bySlug(slug).isPresent()) {
                throw taken(slug);
            }
            Author author = Author.create(slug, input.name(), input.url(), clock.instant());
            input.applyTo(author);
            audit.log(AuditAction.AUTHOR_CREATED, AuditSubject.author(author.id, slug));
            return RestResponse.ResponseBuilder.<AuthorDetail>created(
                            URI.create(links.to("/v1/editorial/authors/" + slug)))
                    .entity(get(slug))
                    .build();
        });
    }

    @PATCH
    @Path("/{slug}")
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "updateAuthor", summary = "Changes an author everywhere at once")
    public AuthorDetail update(
            @PathParam("slug") String slug,
            @RequestBody(content = @Content(schema = @Schema(implementation = AuthorInput.class))) byte[] patch) {
        JsonNode changes = Json.parse(patch);
        return writes.run(() -> {
            Author author = lock(slug);
            JsonNode merged = MergePatch.apply(Json.MAPPER.valueToTree(AuthorInput.of(author)), changes);
            AuthorInput input = Json.bind(merged, AuthorInput.class);
            input.check(validator);
            if (!slug.equals(input.slug())) {
                throw Problem.member(
                        "/slug", InputError.SERVER_MADE, "The slug of an author stays: articles name it by it.");
            }
            input.applyTo(author);
            author.updatedAt = clock.instant();
            audit.log(AuditAction.AUTHOR_CHANGED, AuditSubject.author(author.id, slug));
            AuthorDetail detail = get(slug);
            if (detail.articleCount() > 0) {
                Change.ofTaxonomy(ChangeType.AUTHOR_UPDATED, slug, author.updatedAt);
            }
            return detail;
        });
    }

    @DELETE
    @Path("/{slug}")
    @RolesAllowed(Role.Names.PUBLISHER)
    @Operation(operationId = "deleteAuthor", summary = "Removes an author that no published article has")
    public void delete(@PathParam("slug") String slug) {
        writes.run(() -> {
            Author author = lock(slug);
            long articles = get(slug).articleCount();
            if (articles > 0) {
                throw Problem.of(
                        ProblemType.CONFLICT,
                        articles + " published articles have this author. Take it out of them first.");
            }
            audit.log(AuditAction.AUTHOR_DELETED, AuditSubject.author(author.id, slug));
            author.delete();
            return null;
        });
    }

    private static Problem taken(String slug) {
        return Problem.of(ProblemType.CONFLICT, "There is an author with the slug \"" + slug + "\" already.");
    }

    /** Until the end of the transaction nobody else changes it, so that of two patches both are kept. */
    private static Author lock(String slug) {
        return Author.lock(slug).orElseThrow(() -> Problem.notFound("author \"" + slug + "\""));
    }
}
