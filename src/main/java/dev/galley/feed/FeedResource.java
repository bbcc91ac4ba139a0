package dev.galley.feed;

import dev.galley.query.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/feeds}: the newest articles with their whole texts, for feed readers. */
@Path("/v1/feeds")
@PermitAll
@Tag(name = "Feeds")
public class FeedResource {
    private final Feeds feeds;

    FeedResource(Feeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @Path("/atom.xml")
    @Produces(AtomFeed.MEDIA_TYPE)
    @Transactional
    @Operation(operationId = "getAtomFeed", summary = "The newest articles as Atom (RFC 4287)")
    public String atom(@BeanParam FeedFilter filter, @BeanParam PageRequest page, @Context UriInfo uri) {
        return AtomFeed.of(feeds.read(filter, page, uri));
    }

    @GET
    @Path("/rss.xml")
    @Produces(RssFeed.MEDIA_TYPE)
    @Transactional
    @Operation(operationId = "getRssFeed", summary = "The newest articles as RSS 2.0")
    public String rss(@BeanParam FeedFilter filter, @BeanParam PageRequest page, @Context UriInfo uri) {
        return RssFeed.of(feeds.read(filter, page, uri));
    }

    @GET
    @Path("/feed.json")
    @Produces(JsonFeed.MEDIA_TYPE)
    @Transactional
    @Operation(operationId = "getJsonFeed", summary = "The newest articles as JSON Feed 1.1")
    public JsonFeed json(@BeanParam FeedFilter filter, @BeanParam PageRequest page, @Context UriInfo uri) {
        return JsonFeed.of(feeds.read(filter, page, uri));
    }
}
