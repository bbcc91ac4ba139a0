package dev.galley.feed;

import dev.galley.delivery.Dependencies;
import dev.galley.platform.Links;
import dev.galley.platform.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files that a site has at its root, for those who look there first. */
@Path("/")
@PermitAll
@Tag(name = "Feeds")
public class SiteResource {
    private final Sitemap sitemap;
    private final LlmsText llms;
    private final Links links;

    SiteResource(Sitemap sitemap, LlmsText llms, Links links) {
        this.sitemap = sitemap;
        this.llms = llms;
        this.links = links;
    }

    @GET
    @Path("/sitemap.xml")
    @Produces(Sitemap.MEDIA_TYPE)
    @Transactional
    @Operation(
            operationId = "getSitemap",
            summary = "All articles that may be indexed, with their translations",
            description = "Above 50,000 articles, the files that have them.")
    public String sitemap() {
        Dependencies.list();
        int files = Sitemap.files();
        return files == 1
                ? sitemap.file(1)
                : Sitemap.index(IntStream.rangeClosed(1, files)
                        .mapToObj(file -> links.to("/sitemap-" + file + ".xml"))
                        .toList());
    }

    @GET
    @Path("/sitemap-{number}.xml")
    @Produces(Sitemap.MEDIA_TYPE)
    @Transactional
    @Operation(operationId = "getSitemapFile", summary = "One of several files of the sitemap")
    public String file(@PathParam("number") int number) {
        Dependencies.list();
        if (number < 1 || number > Sitemap.files()) {
            throw Problem.notFound("sitemap of this number");
        }
        return sitemap.file(number);
    }

    @GET
    @Path("/robots.txt")
    @Produces(LlmsText.MEDIA_TYPE)
    @Operation(operationId = "getRobots", summary = "What crawlers may look at (RFC 9309)")
    public String robots() {
        Dependencies.list();
        return "User-agent: *\nDisallow: /v1/editorial/\nDisallow: /v1/preview/\n\nSitemap: " + links.to("/sitemap.xml")
                + "\n";
    }

    @GET
    @Path("/llms.txt")
    @Produces(LlmsText.MEDIA_TYPE)
    @Transactional
    @Operation(operationId = "getLlms", summary = "The newest articles for language models, by title")
    public String llms() {
        Dependencies.list();
        return llms.contents();
    }

    @GET
    @Path("/llms-full.txt")
    @Produces(LlmsText.MEDIA_TYPE)
    @Transactional
    @Operation(operationId = "getLlmsFull", summary = "The newest articles for language models, whole")
    public String llmsFull() {
        Dependencies.list();
        return llms.whole();
    }
}
