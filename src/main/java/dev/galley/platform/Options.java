package dev.galley.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** OPTIONS names exactly the methods of its path (RFC 9110 §9.3.7). */
public class Options {
    private final Routes routes;

    Options(Routes routes) {
        this.routes = routes;
    }

    @ServerResponseFilter
    public void name(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals("OPTIONS") && response.getStatus() == 200) {
            String path = request.getUriInfo().getPath();
            response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", routes.methods(path)));
        }
    }
}
