package dev.galley.search;

import dev.galley.access.Role;
import dev.galley.platform.Links;
import dev.galley.write.Writes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/editorial/search/rebuild}: makes the index of the node that answers again from the rows. */
@Path("/v1/editorial/search/rebuild")
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Editorial: jobs")
public class SearchRebuildResource {
    private final SearchIndex index;
    private final Writes writes;
    private final Clock clock;
    private final Links links;

    SearchRebuildResource(SearchIndex index, Writes writes, Clock clock, Links links) {
        this.index = index;
        this.writes = writes;
        this.clock = clock;
        this.links = links;
    }

    @POST
    @Operation(
            operationId = "rebuildSearchIndex",
            summary = "Makes this node's search index again, while the old one answers")
    @APIResponse(responseCode = "202", description = "Under way; the job says how far it is")
    public RestResponse<Void> rebuild() {
        Optional<UUID> running = index.runningJob();
        UUID[] begun = new UUID[1];
        RestResponse<Void> answer = writes.run(() -> {
            UUID job = running.orElseGet(() -> begun[0] = SearchIndex.newJob(clock.instant()));
            return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.ACCEPTED)
                    .header(HttpHeaders.LOCATION, links.to("/v1/editorial/jobs/" + job))
                    .build();
        });
        if (begun[0] != null) {
            index.rebuild(begun[0]);
        }
        return answer;
    }
}
