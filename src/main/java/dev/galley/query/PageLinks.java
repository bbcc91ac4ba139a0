package dev.galley.query;

import dev.galley.platform.Links;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Adds the Link header (RFC 8288) that leads from page to page. */
public class PageLinks {
    private static final Set<String> WHERE_IT_STANDS = Set.of("cursor", "page");

    private final Links links;

    PageLinks(Links links) {
        this.links = links;
    }

    @ServerResponseFilter(priority = LAST_BUT_ONE)
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Paged page) {
            List<String> parts = new ArrayList<>();
            parts.add(link(request, "first", null));
            if (page.page().next() != null) {
                parts.add(link(request, "next", page.page().next()));
            }
            if (page.page().prev() != null) {
                parts.add(link(request, "prev", page.page().prev()));
            }
            response.getHeaders().putSingle("Link", String.join(", ", parts));
        }
    }

    /** Response filters run from the highest priority to the lowest; delivery turns the page into bytes after this. */
    private static final int LAST_BUT_ONE = 2000;

    private String link(ContainerRequestContext request, String relation, @Nullable String cursor) {
        String query = request.getUriInfo().getQueryParameters().entrySet().stream()
                .filter(parameter -> !WHERE_IT_STANDS.contains(parameter.getKey()))
                // They come in another order each time, and the same question has the same answer.
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> parameter.getKey() + "="
                        + Links.encode(parameter.getValue().get(0)))
                .collect(Collectors.joining("&"));
        String turned = cursor == null ? query : query + (query.isEmpty() ? "" : "&") + "cursor=" + cursor;
        String path = request.getUriInfo().getRequestUri().getRawPath();
        return "<" + links.to(path + (turned.isEmpty() ? "" : "?" + turned)) + ">; rel=\"" + relation + "\"";
    }
}
