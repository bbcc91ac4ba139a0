package dev.galley.faq;

import dev.galley.article.ArticleLists;
import dev.galley.platform.TakesParameters;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.query.Parameters;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/faqs}: the questions and answers of all published articles. */
@Path("/v1/faqs")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parts")
public class FaqResource {
    private static final FaqGrammar GRAMMAR = new FaqGrammar();

    private final ArticleLists lists;

    FaqResource(ArticleLists lists) {
        this.lists = lists;
    }

    @GET
    @Transactional
    @TakesParameters(FaqGrammar.class)
    @Operation(operationId = "listFaqs", summary = "Questions and answers across all articles, newest article first")
    public Page<FaqItem> list(@BeanParam PageRequest page, @QueryParam("text") @Nullable String text) {
        return lists.parts(GRAMMAR, page, Parameters.text(text), FaqItem::of);
    }
}
