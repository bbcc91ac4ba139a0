package dev.galley.faq;

import dev.galley.article.Article;
import dev.galley.article.ArticleLookup;
import dev.galley.article.ArticleView;
import dev.galley.article.LinkedTexts;
import dev.galley.document.Faq;
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

/** {@code /v1/articles/{a}/faqs}: the questions and answers of one article. */
@Path("/v1/articles/{slugOrId}/faqs")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parts")
public class ArticleFaqResource {
    private final ArticleLookup lookup;
    private final LinkedTexts texts;

    ArticleFaqResource(ArticleLookup lookup, LinkedTexts texts) {
        this.lookup = lookup;
        this.texts = texts;
    }

    @GET
    @Transactional
    @Operation(operationId = "listArticleFaqs", summary = "All questions and answers of one article")
    public RestResponse<Page<Faq>> list(
            @PathParam("slugOrId") String slugOrId,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("text") @Nullable String text,
            @QueryParam("fields") @Parameter(description = Fields.DESCRIPTION, example = "question") @Nullable
                    String fields) {
        TextForm form = Parameters.text(text);
        Fields.shown(fields, Faq.class);
        ArticleLookup.Found found = lookup.find(slugOrId, locale);
        Article article = found.article();
        return found.answer(Page.whole(ArticleView.faqs(article.body.faqs(), texts.of(article.id, form))));
    }
}
