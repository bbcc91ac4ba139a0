package dev.galley.taxonomy;

import dev.galley.delivery.Dependencies;
import dev.galley.platform.Problem;
import dev.galley.platform.TakesParameters;
import dev.galley.query.Conditions;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/authors}: who wrote the published articles. One that only drafts use isn't there. */
@Path("/v1/authors")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authors")
public class AuthorResource {
    static final AuthorGrammar AUTHORS = new AuthorGrammar();

    @GET
    @Transactional
    @TakesParameters(AuthorGrammar.class)
    @Operation(operationId = "listAuthors", summary = "Authors of published articles, by slug")
    public Page<AuthorDetail> list(@BeanParam PageRequest page) {
        Dependencies.list();
        return AUTHORS.page(page, new Conditions().and(AuthorDetail.IS_PUBLIC));
    }

    @GET
    @Path("/{slug}")
    @Transactional
    @Operation(operationId = "getAuthor", summary = "One author")
    public AuthorDetail get(@PathParam("slug") String slug) {
        Dependencies.list();
        Dependencies.authors(Stream.of(slug));
        return detail(slug, AuthorDetail.IS_PUBLIC);
    }

    /** {@code condition} says which there are for the caller. */
    static AuthorDetail detail(String slug, String condition) {
        return Author.getEntityManager()
                .createQuery(AuthorDetail.SELECT + " where t.slug = :slug and " + condition, AuthorDetail.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("author \"" + slug + "\""));
    }
}
