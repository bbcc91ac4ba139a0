package dev.galley.rendition;

import dev.galley.article.ArticleLookup;
import dev.galley.article.PublishedDocuments;
import dev.galley.platform.Links;
import dev.galley.platform.LinksConfig;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * One published article in other faces, by a suffix to its slug, for places that can't set a header; others come here by
 * {@link RenditionNegotiation}.
 */
@Path("/v1/articles")
@PermitAll
@Tag(name = "Renditions")
public class RenditionResource {
    static final String MARKDOWN = "text/markdown;charset=UTF-8";
    static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    static final String PLAIN = MediaType.TEXT_PLAIN + ";charset=UTF-8";
    static final String JSON_LD = "application/ld+json";

    private final ArticleLookup lookup;
    private final PublishedDocuments documents;
    private final Links links;
    private final LinksConfig config;

    RenditionResource(ArticleLookup lookup, PublishedDocuments documents, Links links, LinksConfig config) {
        this.lookup = lookup;
        this.documents = documents;
        this.links = links;
        this.config = config;
    }

    @GET
    @Path("/{slugOrId: [^/.]+}.md")
    @Produces(MARKDOWN)
    @Transactional
    @Operation(operationId = "getArticleMarkdown", summary = "One article as Markdown with front matter")
    public RestResponse<String> markdown(
            @PathParam("slugOrId") String slugOrId, @QueryParam("locale") @Nullable String locale) {
        ArticleLookup.Found found = lookup.find(slugOrId, locale);
        return found.answer(MarkdownRendition.of(documents.of(found.article()).document()));
    }

    @GET
    @Path("/{slugOrId: [^/.]+}.html")
    @Produces(HTML)
    @Transactional
    @Operation(operationId = "getArticleHtml", summary = "One article as a page of semantic HTML")
    public RestResponse<String> html(
            @PathParam("slugOrId") String slugOrId, @QueryParam("locale") @Nullable String locale) {
        ArticleLookup.Found found = lookup.find(slugOrId, locale);
        return found.answer(HtmlRendition.page(documents.of(found.article()).document()));
    }

    @GET
    @Path("/{slugOrId: [^/.]+}.txt")
    @Produces(PLAIN)
    @Transactional
    @Operation(operationId = "getArticleText", summary = "One article as plain text")
    public RestResponse<String> plain(
            @PathParam("slugOrId") String slugOrId, @QueryParam("locale") @Nullable String locale) {
        ArticleLookup.Found found = lookup.find(slugOrId, locale);
        return found.answer(PlainRendition.of(documents.of(found.article()).document()));
    }

    @GET
    @Path("/{slugOrId: [^/.]+}.jsonld")
    @Produces(JSON_LD)
    @Transactional
    @Operation(operationId = "getArticleJsonLd", summary = "One article in the words of schema.org")
    public RestResponse<String> jsonLd(
            @PathParam("slugOrId") String slugOrId, @QueryParam("locale") @Nullable String locale) {
        ArticleLookup.Found found = lookup.find(slugOrId, locale);
        return found.answer(
                JsonLdRendition.of(documents.of(found.article()), config.site().title(), links.site()));
    }
}
