package dev.galley.access;

import dev.galley.platform.HttpGate;
import dev.galley.platform.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * The first lock of the editorial surface, before anything is routed: whoever shows no credentials gets no further,
 * however the path is written.
 */
@ApplicationScoped
public class EditorialEdge {
    /** Right behind {@link HttpGate}. */
    private static final int SECOND = 900;

    private final HttpGate http;
    private final EditorialOrigins origins;

    EditorialEdge(HttpGate http, EditorialOrigins origins) {
        this.http = http;
        this.origins = origins;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, SECOND);
    }

    private void pass(RoutingContext request) {
        if (!EditorialPath.matches(request.request())) {
            request.next();
            return;
        }
        origins.open(request);
        if (origins.isPreflight(request)) {
            origins.answerPreflight(request);
        } else if (request.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
            http.answer(request, Problem.credentialsMissing());
        } else {
            request.next();
        }
    }
}
