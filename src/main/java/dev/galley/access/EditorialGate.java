package dev.galley.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The second lock of the editorial surface, by path: whatever the annotations of a method say, nobody unknown gets
 * further, and nothing of it is kept by a cache.
 */
public class EditorialGate {
    private final SecurityIdentity caller;

    EditorialGate(SecurityIdentity caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    public void close(ContainerRequestContext request) {
        if (isEditorial(request) && caller.isAnonymous()) {
            throw new UnauthorizedException();
        }
    }

    @ServerResponseFilter
    public void keepOutOfCaches(ContainerRequestContext request, ContainerResponseContext response) {
        if (isEditorial(request)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isEditorial(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.startsWith("/v1/editorial") || path.startsWith("v1/editorial");
    }
}
