package dev.galley.article;

import dev.galley.delivery.Dependencies;
import dev.galley.query.Conditions;
import dev.galley.query.KeysetQuery;
import dev.galley.query.KeysetQuery.Column;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/redirects}: old slugs and where they lead, for a frontend's own table. */
@Path("/v1/redirects")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
public class RedirectResource {
    /** A slug that an article once had, and the one it has now. */
    public record Redirect(String locale, String from, String to) {}

    private static final KeysetQuery<Redirect> BY_SLUG = new KeysetQuery<>(
            Redirect.class,
            "select new dev.galley.article.RedirectResource$Redirect(p.locale, p.slug, a.slug)"
                    + " from PublicSlug p join Article a on a.id = p.articleId",
            List.of(Column.text("p.slug"), Column.text("p.locale")),
            redirect -> List.of(redirect.from(), redirect.locale()));

    @GET
    @Transactional
    @Operation(operationId = "listRedirects", summary = "Old slugs and the new ones they lead to")
    public Page<Redirect> list(@BeanParam PageRequest page) {
        Dependencies.list();
        Conditions moved = new Conditions()
                .and("a.slug <> p.slug")
                .and("not exists (select 1 from Article b where b.slug = p.slug and b.locale = p.locale)")
                .and("not exists (select 1 from PublicSlug q"
                        + " where q.slug = p.slug and q.locale = p.locale and q.since > p.since)");
        return BY_SLUG.fetch(PublicSlug.getEntityManager(), moved, page);
    }
}
