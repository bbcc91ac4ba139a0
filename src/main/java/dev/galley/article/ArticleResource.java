package dev.galley.article;

import dev.galley.platform.ProblemView;
import dev.galley.platform.TakesParameters;
import dev.galley.query.Fields;
import dev.galley.query.ListQuery;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.query.Parameters;
import dev.galley.text.TextForm;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/articles}: published articles, in lists and whole. */
@Path("/v1/articles")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
public class ArticleResource {
    private static final ArticleGrammar GRAMMAR = new ArticleGrammar();

    private final ArticleLookup lookup;
    private final ArticleLists lists;
    private final ArticleSummaries summaries;
    private final ArticleViews views;

    ArticleResource(ArticleLookup lookup, ArticleLists lists, ArticleSummaries summaries, ArticleViews views) {
        this.lookup = lookup;
        this.lists = lists;
        this.summaries = summaries;
        this.views = views;
    }

    @GET
    @Transactional
    @TakesParameters(ArticleGrammar.class)
    @Operation(operationId = "listArticles", summary = "Published articles, newest first")
    @APIResponse(responseCode = "200", description = "A page of articles without their bodies")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or its value has no meaning",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemView.class)))
    public Page<ArticleSummary> list(@BeanParam PageRequest page, @QueryParam("text") @Nullable String text) {
        TextForm form = Parameters.text(text);
        ListQuery query = GRAMMAR.read(page);
        return lists.page(GRAMMAR, query, ArticleCells.of(query.members()))
                .map(rows -> summaries.of(rows, query.members(), form));
    }

    @GET
    @Path("/{slugOrId}")
    @Transactional
    @Operation(operationId = "getArticle", summary = "One article, whole")
    public RestResponse<ArticleView> get(
            @PathParam("slugOrId") @Parameter(example = "how-http-caching-works") String slugOrId,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("text") @Nullable String text,
            @QueryParam("fields")
                    @Parameter(description = Fields.DESCRIPTION, example = "title,sections.heading")
                    @Nullable
                    String fields,
            @QueryParam("include") @Parameter(description = "related: up to 10 articles near this one, too.") @Nullable
                    String include) {
        TextForm form = Parameters.text(text);
        Set<String> members = ArticleViews.members(fields, include);
        ArticleLookup.Found found = lookup.find(slugOrId, locale);
        return found.answer(views.of(found, members, form));
    }
}
