package dev.galley.access;

import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * CORS of the editorial surface: open to the pages that {@code galley.editorial.origins} names, by a key that they send
 * themselves and never by a browser's own credentials.
 */
@Startup
@ApplicationScoped
public class EditorialOrigins {
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?");

    private final Set<String> allowed;

    EditorialOrigins(AccessConfig config) {
        List<String> origins = config.editorial().origins().orElse(List.of());
        origins.forEach(EditorialOrigins::check);
        allowed = Set.copyOf(origins);
    }

    /** What a browser asks before it sends a request, without credentials. */
    boolean isPreflight(RoutingContext request) {
        return request.request().method() == HttpMethod.OPTIONS
                && request.request().getHeader("Access-Control-Request-Method") != null
                && isAllowed(request);
    }

    void answerPreflight(RoutingContext request) {
        request.response()
                .setStatusCode(204)
                .putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
                .putHeader(
                        "Access-Control-Allow-Headers",
                        "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id")
                .putHeader("Access-Control-Max-Age", "600")
                .end();
    }

    /** On every answer, refusals too, so that a page can say what went wrong. */
    void open(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (!allowed.isEmpty()) {
            response.putHeader(HttpHeaders.VARY, "Origin");
        }
        if (isAllowed(request)) {
            response.putHeader("Access-Control-Allow-Origin", request.request().getHeader("Origin"))
                    .putHeader(
                            "Access-Control-Expose-Headers",
                            "Allow, ETag, Import-Warnings, Link, Location, RateLimit, RateLimit-Policy, Retry-After,"
                                    + " WWW-Authenticate, X-Request-Id");
        }
    }

    private boolean isAllowed(RoutingContext request) {
        String origin = request.request().getHeader("Origin");
        return origin != null && allowed.contains(origin);
    }

    private static void check(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalStateException("galley.editorial.origins: \"" + origin
                    + "\" is no origin as browsers send it (https://cms.example.com)");
        }
    }
}
