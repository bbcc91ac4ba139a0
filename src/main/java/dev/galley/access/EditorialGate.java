package dev.galley.access;

import dev.galley.platform.Routes;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The third lock of the editorial surface, by path, behind {@link EditorialEdge} and the roles on the methods: whatever
 * those say, nobody without a role of ours gets further, and nothing of it is kept by a cache.
 */
public class EditorialGate {
    private final SecurityIdentity caller;

    EditorialGate(SecurityIdentity caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    public void close(ResourceInfo resource, RoutingContext request) {
        if (isEditorial(request) || Routes.template(resource).startsWith("/v1/editorial")) {
            requireRole(caller);
        }
    }

    @ServerResponseFilter
    public void keepOutOfCaches(
            ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        if (isEditorial(context)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** The smallest one will do. */
    static void requireRole(SecurityIdentity caller) {
        if (caller.isAnonymous()) {
            throw new UnauthorizedException();
        } else if (!caller.hasRole(Role.VIEWER.value())) {
            throw new ForbiddenException();
        }
    }

    private static boolean isEditorial(RoutingContext request) {
        return EditorialPath.matches(request.request());
    }
}
