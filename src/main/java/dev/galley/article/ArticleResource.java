package dev.galley.article;

import dev.galley.platform.ProblemView;
import dev.galley.query.KeysetQuery;
import dev.galley.query.KeysetQuery.Column;
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
import java.util.List;
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
    private static final KeysetQuery<ArticleRow> NEWEST_FIRST = new KeysetQuery<>(
            ArticleRow.class,
            ArticleRow.SELECT,
            List.of(Column.newest("a.publishedAt"), Column.lastId("a.id")),
            row -> List.of(row.publishedAt(), row.id()));

    private final ArticleLookup lookup;
    private final ArticleLinks links;
    private final LinkedTexts texts;
    private final ArticleSummaries summaries;

    ArticleResource(ArticleLookup lookup, ArticleLinks links, LinkedTexts texts, ArticleSummaries summaries) {
        this.lookup = lookup;
        this.summaries = summaries;
        this.links = links;
        this.texts = texts;
    }

    @GET
    @Transactional
    @Operation(operationId = "listArticles", summary = "Published articles, newest first")
    @APIResponse(responseCode = "200", description = "A page of articles without their bodies")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or its value has no meaning",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemView.class)))
    public Page<ArticleSummary> list(
            @BeanParam ArticleFilter filter, @BeanParam PageRequest page, @QueryParam("text") @Nullable String text) {
        TextForm form = Parameters.text(text);
        return NEWEST_FIRST
                .fetch(Article.getEntityManager(), filter.conditions(), page)
                .map(rows -> summaries.of(rows, form));
    }

    @GET
    @Path("/{slugOrId}")
    @Transactional
    @Operation(operationId = "getArticle", summary = "One article, whole")
    public RestResponse<ArticleView> get(
            @PathParam("slugOrId") @Parameter(example = "how-http-caching-works") String slugOrId,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("text") @Nullable String text) {
        TextForm form = Parameters.text(text);
        ArticleLookup.Found found = lookup.find(slugOrId, locale);
        return found.answer(view(found, form));
    }

    private ArticleView view(ArticleLookup.Found found, TextForm form) {
        Article article = found.article();
        Fallback fallback = found.askedLocale() == null ? null : new Fallback(found.askedLocale(), article.locale);
        ArticleLinks.View where = links.of(article.id, article.slug, article.locale);
        return ArticleView.of(
                article,
                Relations.of(article),
                PublishedDocument.series(article),
                fallback,
                where,
                texts.of(article.id, form));
    }
}
