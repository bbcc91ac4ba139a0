package dev.galley.takeaway;

import dev.galley.article.Article;
import dev.galley.article.ArticleLookup;
import dev.galley.article.ArticleView;
import dev.galley.article.LinkedTexts;
import dev.galley.document.Takeaway;
import dev.galley.query.Fields;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/articles/{a}/takeaways}: the takeaways of one article. */
@Path("/v1/articles/{slugOrId}/takeaways")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parts")
public class ArticleTakeawayResource {
    private final ArticleLookup lookup;
    private final LinkedTexts texts;

    ArticleTakeawayResource(ArticleLookup lookup, LinkedTexts texts) {
        this.lookup = lookup;
        this.texts = texts;
    }

    @GET
    @Transactional
    @Operation(operationId = "listArticleTakeaways", summary = "All takeaways of one article")
    public RestResponse<Page<Takeaway>> list(
            @PathParam("slugOrId") String slugOrId,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("text") @Nullable String text,
            @QueryParam("fields") @Parameter(description = Fields.DESCRIPTION, example = "text") @Nullable
                    String fields) {
        TextForm form = Parameters.text(text);
        Fields.shown(fields, Takeaway.class);
        ArticleLookup.Found found = lookup.find(slugOrId, locale);
        Article article = found.article();
        return found.answer(Page.whole(ArticleView.takeaways(article.body.takeaways(), texts.of(article.id, form))));
    }
}
