package dev.galley.faq;

import dev.galley.article.ArticleLookup;
import dev.galley.article.ArticleView;
import dev.galley.document.Faq;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/articles/{a}/faqs}: the questions and answers of one article. */
@Path("/v1/articles/{slugOrId}/faqs")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parts")
public class ArticleFaqResource {
    private final ArticleLookup lookup;

    ArticleFaqResource(ArticleLookup lookup) {
        this.lookup = lookup;
    }

    @GET
    @Transactional
    @Operation(operationId = "listArticleFaqs", summary = "All questions and answers of one article")
    public Page<Faq> list(
            @PathParam("slugOrId") String slugOrId,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("text") @Nullable String text) {
        TextForm form = Parameters.text(text);
        return Page.whole(
                ArticleView.faqs(lookup.find(slugOrId, locale).article().body.faqs(), form));
    }
}
