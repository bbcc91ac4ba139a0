package dev.galley.change;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/events}: the change log as server-sent events, as they come. */
@Path("/v1/events")
@PermitAll
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Changes")
public class EventResource {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final ChangeFeed feed;
    private final Listeners listeners;

    EventResource(ChangeFeed feed, Listeners listeners) {
        this.feed = feed;
        this.listeners = listeners;
    }

    @GET
    @Blocking
    @Operation(
            operationId = "listenToChanges",
            summary = "Changes as server-sent events",
            description = "Each event has the number of its change as id, its type as name and the change as data,"
                    + " as in /v1/changes. Without since and Last-Event-ID it begins with the next change.")
    @APIResponse(
            responseCode = "200",
            description = "A stream without an end",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> listen(
            @HeaderParam(LAST_EVENT_ID)
                    @Parameter(description = "What came last, as browsers send it when they connect again.")
                    @Nullable
                    String lastEventId,
            @QueryParam("since")
                    @Parameter(description = "Begin behind this change; Last-Event-ID goes before it.")
                    @Nullable
                    String since,
            @BeanParam ChangeFilter filter,
            @Context Sse sse,
            @Context RoutingContext request) {
        long from = from(lastEventId, since);
        Followed followed = filter.read();
        if (request.request().method() == HttpMethod.HEAD) {
            return Multi.createFrom().empty();
        }
        return listeners.listen(request, silence -> feed.pages(followed, from, silence), from, sse);
    }

    private long from(@Nullable String lastEventId, @Nullable String since) {
        if (lastEventId == null && since == null) {
            return feed.end();
        }
        String parameter = lastEventId == null ? "since" : LAST_EVENT_ID;
        long from = ChangeResource.since(parameter, lastEventId == null ? since : lastEventId);
        feed.refuseBeyondEnd(parameter, from);
        return from;
    }
}
