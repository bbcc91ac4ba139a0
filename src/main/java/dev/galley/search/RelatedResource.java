package dev.galley.search;

import dev.galley.article.ArticleLookup;
import dev.galley.article.RelatedArticle;
import dev.galley.query.Page;
import dev.galley.query.Parameters;
import dev.galley.text.TextForm;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/articles/{a}/related}: what to read next. */
@Path("/v1/articles/{slugOrId}/related")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
public class RelatedResource {
    private final ArticleLookup lookup;
    private final RelatedArticles related;

    RelatedResource(ArticleLookup lookup, RelatedArticles related) {
        this.lookup = lookup;
        this.related = related;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listRelatedArticles",
            summary = "Up to 10 articles near one, by shared topics and words, the nearest first")
    @APIResponse(responseCode = "200", description = "The nearest articles, each with the reasons")
    public RestResponse<Page<RelatedArticle>> list(
            @PathParam("slugOrId") String slugOrId,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("text") @Nullable String text) {
        TextForm form = Parameters.text(text);
        ArticleLookup.Found found = lookup.find(slugOrId, locale);
        return found.answer(Page.whole(related.to(found.article(), form)));
    }
}
